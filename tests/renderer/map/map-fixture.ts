import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from '@cantoo/fontkit'
import { RoadMap } from '../../../src/renderer/map/map-schema.ts'
import { law } from '../../law.ts'
import { resources } from '../../support.ts'
import type { Measure } from './check-map.ts'

export { law }

export const mapText = readFileSync(join(resources, 'roadmap/map.json'), 'utf8')
export const map = RoadMap.parse(JSON.parse(mapText))

function font(weight: string) {
  const read = create(readFileSync(join(resources, `fonts/source-sans-3-${weight}.ttf`)))
  if (!('layout' in read)) throw new Error('a collection of fonts')
  return read
}
const [regular, semibold] = [font('regular'), font('semibold')]

/** True widths: the map is drawn with the font that the project carries. */
export const measure: Measure = (text, bold) => {
  const chosen = bold ? semibold : regular
  return chosen.layout(text).advanceWidth / chosen.unitsPerEm
}
