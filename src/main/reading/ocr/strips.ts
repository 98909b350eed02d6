import sharp from 'sharp'
import type { Box, PageText } from '../../../shared/model/letter.ts'
import type { GrayImage } from '../files/scan.ts'
import type { StripPlace } from '../rules/two-readings.ts'
import { stripHeight, type Witness } from './witness.ts'

/** White before, between, and behind strips that are read as one: each reading has a part that costs the same however long it is. */
const gap = 32
/** What is read at once is no wider, and a longer line is pressed together: time and memory grow with it. */
const widest = 1200

/** What was seen in each place of a page, by its box: a place is looked at once. */
export type SeenInPlaces = Map<string, string>

/** One engine alone misreads a digit without a sign of doubt; two that share nothing hardly misread the same one alike. */
export async function withWitness(
  text: PageText,
  image: GrayImage,
  places: readonly StripPlace[],
  witness: Witness,
  seen: SeenInPlaces = new Map(),
): Promise<PageText> {
  const fresh = places.filter(({ box }) => !seen.has(box.join()))
  const read = await readStrips(image, fresh, witness)
  for (const [at, { box }] of fresh.entries()) seen.set(box.join(), read[at] ?? '')
  const lines = text.lines.map((line) => {
    const place = places.find((each) => each.line === line)
    return place ? { ...line, again: seen.get(place.box.join()) ?? '' } : line
  })
  return { ...text, lines }
}

/**
 * What the witness sees in each of the boxes of a page; '' where it sees nothing, and where there is no witness. What does
 * not agree is looked at again, alone and larger: the witness makes mistakes, too.
 */
async function readStrips(
  page: GrayImage,
  places: readonly StripPlace[],
  witness: Witness,
): Promise<string[]> {
  const strips = await Promise.all(places.map(({ box }) => stripOf(page, box, 0.32)))
  const seen: string[] = []
  for (const row of rowsOf(strips)) seen.push(...(await textsOf(row, witness)))
  for (const [at, { box, agrees }] of places.entries()) {
    if (agrees(seen[at] ?? '')) continue
    const [again = ''] = await textsOf([await stripOf(page, box, 0.2)], witness)
    if (agrees(again) || seen[at] === '') seen[at] = again
  }
  return seen
}

/** Room beside the print, in heights of its box. */
const beside = 0.25

/** `room` above and below the print, in heights of its box. */
async function stripOf(page: GrayImage, [x, y, w, h]: Box, room: number): Promise<GrayImage> {
  const high = h * page.height
  const left = within(Math.floor(x * page.width - beside * high), page.width - 2)
  const top = within(Math.floor(y * page.height - room * high), page.height - 2)
  const width = Math.max(2, Math.min(page.width - left, Math.ceil(w * page.width + 2 * beside * high)))
  const height = Math.max(2, Math.min(page.height - top, Math.ceil(high * (1 + 2 * room))))
  const scaled = Math.max(16, Math.min(widest, Math.round((width * stripHeight) / height)))
  const pixels = await sharp(page.pixels, { raw: { width: page.width, height: page.height, channels: 1 } })
    .extract({ left, top, width, height })
    .resize({ width: scaled, height: stripHeight, fit: 'fill' })
    .toColorspace('b-w')
    .raw()
    .toBuffer()
  return { width: scaled, height: stripHeight, pixels }
}

const within = (value: number, most: number) => Math.max(0, Math.min(most, value))

function rowsOf(strips: readonly GrayImage[]): GrayImage[][] {
  const rows: GrayImage[][] = []
  let width = 0
  for (const strip of strips) {
    const last = rows.at(-1)
    width += strip.width + gap
    if (last && width <= widest) last.push(strip)
    else {
      rows.push([strip])
      width = gap + strip.width + gap
    }
  }
  return rows
}

function joined(row: readonly GrayImage[]): GrayImage {
  const width = row.reduce((sum, strip) => sum + strip.width + gap, gap)
  const pixels = new Uint8Array(width * stripHeight).fill(250)
  let left = gap
  for (const strip of row) {
    for (let y = 0; y < stripHeight; y++)
      pixels.set(strip.pixels.subarray(y * strip.width, (y + 1) * strip.width), y * width + left)
    left += strip.width + gap
  }
  return { width, height: stripHeight, pixels }
}

/** Each character belongs to the strip that it stands in, or is nearest to. */
async function textsOf(row: readonly GrayImage[], witness: Witness): Promise<string[]> {
  const characters = (await witness.read(joined(row))) ?? []
  let left = gap / 2
  return row.map(({ width }) => {
    const [from, to] = [left, left + width + gap]
    left = to
    const inside = characters.filter(({ at }) => at >= from && at < to)
    return inside
      .map(({ text }) => text)
      .join('')
      .trim()
  })
}
