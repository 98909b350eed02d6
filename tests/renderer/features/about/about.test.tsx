import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import { law } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const { content } = words.about
const choose = (container: HTMLElement) => {
  const input = container.querySelector('input[accept=".wmpack"]')
  if (!input) throw new Error('no place for a file')
  fireEvent.change(input, { target: { files: [new File(['{}'], 'x.wmpack')] } })
}

test('a rules file is imported, shown as in use, and taken back', async () => {
  const { view } = await showApp([], '#/about')
  await screen.findByText(content.builtIn.replace('{{version}}', law.version))
  choose(view.container)
  await screen.findByText(/version 2027-01-15, made on January 15, 2027, signed by “test”/)
  fireEvent.click(screen.getByRole('button', { name: content.back.replace('{{version}}', law.version) }))
  await screen.findByText(content.builtIn.replace('{{version}}', law.version))
  expect(screen.queryByRole('button', { name: /^Go back/ })).toBeNull()
})

test('a refused file says why, and a stored one that fails is reported', async () => {
  const { core, view } = await showApp([], '#/about')
  core.failWith = 'content.bad-signature'
  await screen.findByText(content.check)
  choose(view.container)
  await screen.findByText(words.errors['content.bad-signature'])
})

test('a pack that is stored but not used is reported, and so is an app that knows no publisher', async () => {
  const { core, store } = await showApp([], '#/about')
  core.content = { ...core.content, problem: 'content.changed-part', backTo: law.version, takesPacks: false }
  core.revision += 1
  await store.refresh()
  expect((await screen.findByRole('alert')).textContent).toContain(words.errors['content.changed-part'])
  await screen.findByText(content.noKeys)
})

test('the log can be looked at before it is saved', async () => {
  await showApp([], '#/about')
  const { log } = words.about
  fireEvent.click(await screen.findByRole('button', { name: log.show }))
  await screen.findByDisplayValue(/app\.started/)
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  fireEvent.click(screen.getByRole('button', { name: log.save }))
  expect(saved).toEqual([log.fileName])
  vi.restoreAllMocks()
})
