import { existsSync } from 'node:fs'
import path from 'node:path'
import type { PSM, RecognizeResult, Worker } from 'tesseract.js'
import type { GrayImage } from '../files/scan.ts'
import type { Word } from '../rules/lines-from-words.ts'

/** Turns pixels into words; the words' boxes and sizes are pixels of the image given. */
export type Recognizer = {
  words(image: GrayImage, layout: PageLayout, model?: Model): Promise<Word[]>
  /** Starts the engines, so that they are ready when the first image is. */
  warmUp(): void
  close(): Promise<void>
}
/** `sparse` finds text in any order, `page` follows columns. */
/** `block` is one column of text, `line` a single line of it. */
export type PageLayout = 'sparse' | 'page' | 'block' | 'line'
/** `second` was trained apart from `fast`: it is slower and errs elsewhere, which makes it a witness of its own. */
export type Model = 'fast' | 'second'

/** Tesseract's numbers; its own table would load the whole package. */
const modes = { sparse: '11', page: '3', block: '6', line: '7' } as Record<PageLayout, PSM>

/** `tessdata` is the folder that holds `eng.traineddata`. tesseract.js never settles when it is missing. */
export const hasLanguageData = (tessdata: string) => existsSync(path.join(tessdata, 'eng.traineddata'))

/** Several engines, started when first needed; each reads one image at a time. */
export function createRecognizer(tessdata: string, engines: number): Recognizer {
  const fast = createPool(() => startEngine(tessdata, false), engines)
  const second = path.join(tessdata, 'second')
  const hasSecond = existsSync(path.join(second, 'eng.traineddata.gz'))
  const pools: Record<Model, Pool> = {
    fast,
    second: hasSecond ? createPool(() => startEngine(second, true), 1) : fast,
  }
  let closed = false
  return {
    words(image, layout, model = 'fast') {
      if (closed) throw new Error('recognizer: closed')
      return pools[model].use(async (worker) => {
        await worker.setParameters({ tessedit_pageseg_mode: modes[layout], user_defined_dpi: '260' })
        const { data } = await worker.recognize(pgm(image), {}, { blocks: true, text: false })
        return wordsOf(data)
      })
    },
    warmUp: fast.start,
    async close() {
      closed = true
      await Promise.all([...new Set(Object.values(pools))].map((pool) => pool.close()))
    },
  }
}

type Pool = {
  start(): void
  use<T>(work: (worker: Worker) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** `count` engines, started together with the first use; who comes first is served first. */
function createPool(startOne: () => Promise<Worker>, count: number): Pool {
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  const all: Promise<Worker>[] = []

  function take(): Worker | Promise<Worker> {
    const free = idle.pop()
    if (free) return free
    start()
    return new Promise((resolve) => waiting.push(resolve))
  }
  function start(): void {
    for (let more = count - all.length; more > 0; more--) all.push(startOne().then(giveBack))
  }
  function giveBack(worker: Worker): Worker {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
    return worker
  }
  return {
    start,
    async use(work) {
      const worker = await take()
      try {
        return await work(worker)
      } finally {
        giveBack(worker)
      }
    },
    async close() {
      await Promise.all(all.map(async (worker) => (await worker).terminate()))
    },
  }
}

async function startEngine(folder: string, gzip: boolean): Promise<Worker> {
  const { createWorker, OEM } = await import('tesseract.js')
  return createWorker('eng', OEM.LSTM_ONLY, {
    langPath: folder,
    gzip,
    cacheMethod: 'none',
    // Without a handler its errors end the process; `recognize` rejects with the same error.
    errorHandler: () => {},
  })
}

/** Plain gray bytes behind a short header: no time goes into packing and unpacking. */
function pgm({ width, height, pixels }: GrayImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels])
}

/**
 * Specks of dirt come out as lone marks with next to no confidence. Stars that hide the first digits of a number do too,
 * and without them its last four would pass for sure.
 */
const isSpeck = (text: string, confidence: number) => confidence < 60 && !/[\p{L}\d$]|[*#].*[*#]/u.test(text)

function wordsOf(data: RecognizeResult['data']): Word[] {
  const words: Word[] = []
  for (const block of data.blocks ?? [])
    for (const paragraph of block.paragraphs)
      for (const line of paragraph.lines)
        for (const [at, { text, bbox, confidence }] of line.words.entries()) {
          if (isSpeck(text, confidence)) continue
          // At times the box of a line's first word is the whole line's.
          const next = line.words[at + 1]?.bbox.x0 ?? bbox.x1
          const right = next > bbox.x0 ? Math.min(bbox.x1, next) : bbox.x1
          words.push({
            size: line.rowAttributes.rowHeight,
            text,
            box: [bbox.x0, bbox.y0, right - bbox.x0, bbox.y1 - bbox.y0],
            confidence: confidence / 100,
          })
        }
  return words
}
