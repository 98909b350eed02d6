import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { BrokenScreen } from '../../../src/renderer/ui/broken-screen.tsx'

test('a broken screen says that nothing is lost, and can be tried again', () => {
  // React reports what the boundary caught; here that is the point and no news.
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let broken = true
  const Screen = () => {
    if (broken) throw new Error('a bug')
    return <p>The letter</p>
  }
  render(
    <BrokenScreen>
      <Screen />
    </BrokenScreen>,
  )
  expect(screen.getByRole('alert').textContent).toContain('Your letters are safe')
  broken = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('The letter')).toBeTruthy()
  quiet.mockRestore()
})
