import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LongList } from '../../../src/renderer/ui/long-list.tsx'

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `r${at}`, text: `Row ${at}` }))

beforeEach(() => {
  // happy-dom lays nothing out: a window of eight rows, each 100 pixels high.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(100)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function showList(count: number) {
  const opened: string[] = []
  const draw = vi.fn(({ text }: { text: string }) => <span>{text}</span>)
  const list = (rows: { id: string; text: string }[]) => (
    <LongList
      rows={rows}
      label="Rows"
      rowClass="row"
      rowHeight={100}
      idOf={({ id }) => id}
      nameOf={({ text }) => text}
      onOpen={(id) => opened.push(id)}
    >
      {draw}
    </LongList>
  )
  const view = render(list(rowsOf(count)))
  return { opened, draw, again: (rows: { id: string; text: string }[]) => view.rerender(list(rows)) }
}

test('of ten thousand rows only the visible ones are rendered, and the list says how many there are', async () => {
  showList(10_000)
  const drawn = await screen.findAllByRole('row')
  expect(drawn.length).toBeGreaterThan(5)
  expect(drawn.length).toBeLessThan(40)
  expect(screen.getByRole('grid', { name: 'Rows' }).getAttribute('aria-rowcount')).toBe('10000')
})

test('a short list is rendered completely', () => {
  showList(40)
  expect(screen.getAllByRole('row')).toHaveLength(40)
})

test('arrow keys move through the rows and Enter opens the one that has the focus', async () => {
  const { opened } = showList(10)
  const [first, second] = screen.getAllByRole('row')
  act(() => first?.focus())
  fireEvent.keyDown(first as Element, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(second)
  fireEvent.keyDown(second as Element, { key: 'Enter' })
  expect(opened).toEqual(['r1'])
})

test('on paper every row is there', async () => {
  showList(200)
  await screen.findAllByRole('row')
  fireEvent(window, new Event('beforeprint'))
  expect(screen.getAllByRole('row')).toHaveLength(200)
  fireEvent(window, new Event('afterprint'))
  expect(screen.getAllByRole('row').length).toBeLessThan(40)
})
