import { chanceFrom } from '../fixtures/chance.ts'
import { samplesFolder } from '../main/reading/reading-support.ts'
import { startWatchedReader } from '../main/reading/watched-reader.ts'
import { type MutationKind, mutate, mutationKinds } from './mutate.ts'
import { makeSeeds, type Seed } from './seeds.ts'

/** Milliseconds for one call without a sign of life, and bytes that a reading process may have in memory. */
export const limits = { silence: 20_000, memory: 800 * 1024 * 1024 }
/** Recognizing letters is most of the time; each so many files go the whole way. */
const wholeWayEach = 50

export type Fuzzed = {
  index: number
  container: string
  kind: MutationKind
  /** What reading and drawing gave: `ok` or a code. */
  read: string
  drawn: string
  ms: number
  /** The most bytes that a reading process had in memory up to this file. */
  peak: number
}

/** The file number `index` of a seed, the same on every machine. */
export function fuzzedFile(seeds: readonly Seed[], seed: number, index: number) {
  const chance = chanceFrom(seed * 1_000_003 + index)
  const [base, other] = [chance.pick(seeds), chance.pick(seeds)]
  const kind = chance.pick(mutationKinds)
  return { container: base.container, kind, bytes: mutate(base.bytes, other.bytes, kind, chance) }
}

/** Reads and draws the files `from` to `from + count - 1`; `begun` hears of each before it is touched. */
export async function fuzzFiles(
  { seed, from, count }: { seed: number; from: number; count: number },
  begun: (index: number) => void = () => undefined,
): Promise<Fuzzed[]> {
  const seeds = await makeSeeds()
  const options = { silenceLimit: limits.silence, memoryLimit: limits.memory }
  const [quick, whole] = [
    startWatchedReader({ ...options, tessdata: samplesFolder }),
    startWatchedReader(options),
  ]
  const results: Fuzzed[] = []
  for (let index = from; index < from + count; index++) {
    begun(index)
    const { container, kind, bytes } = fuzzedFile(seeds, seed, index)
    const seen = await lookAt(index % wholeWayEach === 0 ? whole : quick, bytes)
    results.push({ index, container, kind, ...seen })
  }
  await Promise.all([quick.close(), whole.close()])
  return results
}

async function lookAt({ reader, takePeak }: ReturnType<typeof startWatchedReader>, bytes: Uint8Array) {
  takePeak()
  const begun = performance.now()
  const read = await reader.read(bytes)
  const drawn = await reader.pageImage(bytes, 1, 300)
  const codeOf = (result: typeof read | typeof drawn) => (result.ok ? 'ok' : result.error.code)
  return { read: codeOf(read), drawn: codeOf(drawn), ms: performance.now() - begun, peak: takePeak() }
}
