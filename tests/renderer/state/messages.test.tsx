import { expect, test } from 'vitest'
import { createMessages } from '../../../src/renderer/state/messages.ts'

test('a confirmation goes with its screen, but not with the change of screen that it came with', () => {
  const messages = createMessages()
  messages.say({ kind: 'done', text: 'Your letter is kept safe.' })
  messages.leaveScreen()
  expect(messages.current()?.text).toBe('Your letter is kept safe.')
  window.location.hash = '#/letters'
  messages.leaveScreen()
  expect(messages.current()).toBeNull()
})

test('a question or an error stays', () => {
  const messages = createMessages()
  messages.say({ kind: 'error', text: 'This file is damaged.' })
  window.location.hash = '#/settings'
  messages.leaveScreen()
  expect(messages.current()).not.toBeNull()
})
