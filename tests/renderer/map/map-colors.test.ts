import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { map } from './map-fixture.ts'

const css = readFileSync('src/renderer/map/map-lines.css', 'utf8')

/** `--name: light-dark(#one, #two)` -> the two colors. */
function pairOf(name: string): [string, string] {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)
  if (!found) throw new Error(`no color ${name}`)
  return [found[1] as string, found[2] as string]
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

test.each(map.lines)('line $id reads as text on the ground, light and dark', ({ color }) => {
  for (const mode of [0, 1])
    expect(contrast(pairOf(`line-${color}`)[mode]!, pairOf('map-ground')[mode]!)).toBeGreaterThanOrEqual(4.5)
})

test('ink reads on the ground and on the glow, light and dark', () => {
  for (const mode of [0, 1])
    for (const under of ['map-ground', 'glow'])
      expect(contrast(pairOf('map-ink')[mode]!, pairOf(under)[mode]!)).toBeGreaterThanOrEqual(4.5)
})

test('no two lines share a color, a pattern or a letter', () => {
  for (const key of ['color', 'weave', 'id'] as const)
    expect(new Set(map.lines.map((line) => line[key])).size).toBe(map.lines.length)
})
