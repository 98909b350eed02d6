import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  isReachable,
  keepWindowState,
  readWindowState,
  type WindowState,
} from '../../../src/main/shells/desktop/window-state.ts'
import { temporaryFolder } from '../../support.ts'

const state: WindowState = { x: 100, y: 50, width: 1280, height: 860, maximized: false, zoom: 1 }
const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]

test('the window comes back as it was left', () => {
  const file = join(temporaryFolder(), 'window.json')
  expect(readWindowState(file)).toBeNull()
  keepWindowState(file, state)
  expect(readWindowState(file)).toEqual(state)
})

test('a malformed note is ignored, and a read-only place is no failure', () => {
  const file = join(temporaryFolder(), 'window.json')
  for (const text of ['', '{', '{"x":1}', JSON.stringify({ ...state, width: 3 })]) {
    writeFileSync(file, text)
    expect(readWindowState(file)).toBeNull()
  }
  expect(() => keepWindowState(join(file, 'below a file'), state)).not.toThrow()
})

test.each([
  ['as it was', {}, true],
  ['on a screen that is gone', { x: 2500 }, false],
  ['half over the edge', { x: -700 }, true],
  ['a sliver over the edge', { x: -1200 }, false],
  ['with its title bar above the screen', { y: -10 }, false],
  ['with its title bar below the screen', { y: 1070 }, false],
])('%s: can be reached is %s', (_name, part, reachable) => {
  expect(isReachable({ ...state, ...part }, screens)).toBe(reachable)
})
