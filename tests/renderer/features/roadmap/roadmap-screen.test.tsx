import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const cp504 = () => letterOf({}, { noticeCode: 'CP504', noticeDate: '2025-11-10' as never })
const stop = (name: RegExp) => screen.getByRole('link', { name })
const inTabOrder = () =>
  [...document.querySelectorAll('.map-area [data-station][tabindex="0"]')].map((link) =>
    link.getAttribute('data-station'),
  )

test('every station is a link with its full name, and Tab reaches one of them: the person’s own', async () => {
  await showApp([letterOf()], '#/roadmap')
  const map = screen.getByRole('navigation', { name: /^Map of the tax system/ })
  expect(within(map).getAllByRole('link')).toHaveLength(124)
  expect(inTabOrder()).toEqual(['coll-levy-notice'])
})

test('arrow keys move from station to station, Home goes back to the letter', async () => {
  await showApp([letterOf()], '#/roadmap')
  const here = stop(/You are here/)
  here.focus()
  fireEvent.keyDown(here, { key: 'ArrowUp' })
  expect(document.activeElement?.getAttribute('data-station')).toBe('coll-lien-notice')
  expect(inTabOrder()).toEqual(['coll-lien-notice'])
  fireEvent.keyDown(document.activeElement as Element, { key: 'Home' })
  expect(document.activeElement?.getAttribute('data-station')).toBe('coll-levy-notice')
})

test('plus, minus, and 0 zoom, and arrows move the map when it has the focus', async () => {
  await showApp([letterOf()], '#/roadmap')
  const area = screen.getByRole('region', { name: /^The map\./ })
  const seen = () => area.querySelector('svg')?.getAttribute('viewBox')?.split(' ').map(Number) as number[]
  const width = () => seen()[2] as number
  const before = width()
  fireEvent.keyDown(area, { key: '+' })
  expect(width()).toBeLessThan(before)
  fireEvent.keyDown(area, { key: '-' })
  expect(width()).toBeCloseTo(before)
  const left = seen()[0] as number
  fireEvent.keyDown(area, { key: 'ArrowRight' })
  expect(seen()[0]).toBeGreaterThan(left)
})

test('the route so far and the ways on are drawn, each with its number and its condition', async () => {
  const { view } = await showApp([cp504(), letterOf()], '#/roadmap')
  expect(view.container.querySelectorAll('.map-area .glow.traveled')).toHaveLength(3)
  const panel = screen.getByRole('region', { name: 'You are here' })
  expect(within(panel).getByText(/Your newest letter puts you here/).textContent).toContain('LT11')
  const first = within(panel).getAllByRole('listitem')[0] as HTMLElement
  expect(first.textContent).toMatch(/^1.*hearing.*when: /)
  expect(stop(/^Way on 1: Ask for a CDP hearing/)).toBeTruthy()
})

test('"my route only" dims the stations that do not concern the person', async () => {
  await showApp([letterOf()], '#/roadmap')
  const supreme = stop(/^Supreme Court/)
  expect(supreme.getAttribute('class')).not.toContain('dimmed')
  fireEvent.click(screen.getByRole('button', { name: 'Only my way' }))
  expect(supreme.getAttribute('class')).toContain('dimmed')
  expect(stop(/You are here/).getAttribute('class')).not.toContain('dimmed')
})

test('with letters of two people the map shows everybody or one of them', async () => {
  await showApp([letterOf(), letterOf({}, { noticeCode: 'CP14', taxpayerName: 'BO SAMPLE' })], '#/roadmap')
  expect(stop(/^First bill .*1 letter/)).toBeTruthy()
  fireEvent.change(screen.getByRole('combobox', { name: 'Whose way' }), { target: { value: 'ALMA EXAMPLE' } })
  expect(screen.queryByRole('link', { name: /^First bill .*1 letter/ })).toBeNull()
  expect(stop(/^Final notice before levy .W .T LT11.*1 letter.*right to a hearing/)).toBeTruthy()
})

test('dragging moves the map and opens nothing; a press without movement opens the station', async () => {
  await showApp([letterOf()], '#/roadmap')
  const target = stop(/Passport reported/)
  const press = (...spots: [number, number][]) => {
    const at = ([clientX, clientY]: [number, number]) => ({ view: window, button: 0, clientX, clientY })
    fireEvent.mouseDown(target, at(spots[0]!))
    for (const spot of spots.slice(1)) fireEvent.mouseMove(window, at(spot))
    fireEvent.mouseUp(window, at(spots.at(-1)!))
    return fireEvent.click(target, { detail: 1 })
  }
  expect(press([10, 10], [60, 30])).toBe(false)
  // d3-drag holds back clicks until the end of the task in which the drag ended.
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  expect(press([10, 10], [11, 10])).toBe(true)
  expect(fireEvent.click(target, { detail: 0 })).toBe(true)
})

test('the wall print shows nobody’s letters', async () => {
  const printed: Element[] = []
  window.print = () => {
    const poster = document.querySelector('.poster')
    if (poster) printed.push(poster.cloneNode(true) as Element)
  }
  await showApp([letterOf()], '#/roadmap')
  fireEvent.click(screen.getByRole('button', { name: 'Print for the wall' }))
  expect(printed[0]?.querySelectorAll('.stop')).toHaveLength(124)
  expect(printed[0]?.querySelectorAll('.pin, .here-flag, .glow')).toHaveLength(0)
  expect(printed[0]?.textContent).toMatch(/Not legal advice.*Taxpayer Advocate.*Facts checked on/)
  fireEvent(window, new Event('afterprint'))
  fireEvent.click(screen.getByRole('button', { name: 'Print with my letters' }))
  expect(printed[1]?.querySelectorAll('.pin')).toHaveLength(1)
})

test('a way whose clock is over is closed on the map of one person, in words, and the others are open', async () => {
  await showApp([letterOf()], '#/roadmap', '2026-06-01')
  const ways = () =>
    [...document.querySelectorAll('.station-panel .ways li')].map((li) => li.textContent ?? '')
  const hearing = ways().find((text) => text.includes('Collection Due Process hearing: the last day'))
  expect(hearing).toContain('closed')
  expect(ways().filter((text) => text.includes('closed'))).toHaveLength(1)
})

test('the letters of several people close no way for all of them', async () => {
  const other = letterOf(
    { id: 'c0ffee00-0000-4000-8000-000000000001' as never },
    { taxpayerName: 'PAT EXAMPLE' },
  )
  await showApp([letterOf(), other], '#/roadmap', '2026-06-01')
  expect(document.querySelector('.station-panel')?.textContent).not.toContain('closed')
})
