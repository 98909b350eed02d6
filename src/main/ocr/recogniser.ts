import { existsSync } from 'node:fs'
import path from 'node:path'
import type { PSM, RecognizeResult, Worker } from 'tesseract.js'
import type { Word } from '../../shared/reading/lines-from-words.ts'
import type { GreyImage } from './scan.ts'

/** Turns pixels into words; the words' boxes and sizes are pixels of the image given. */
export type Recogniser = {
  words(image: GreyImage, layout: PageLayout): Promise<Word[]>
  /** Starts the engines, so that they are ready when the first image is. */
  warmUp(): void
  close(): Promise<void>
}
/** `sparse` finds text in any order, `page` follows columns. */
/** `block` is one column of text, `line` a single line of it. */
export type PageLayout = 'sparse' | 'page' | 'block' | 'line'

/** Tesseract's numbers; its own table would load the whole package. */
const modes = { sparse: '11', page: '3', block: '6', line: '7' } as Record<PageLayout, PSM>

/** `tessdata` is the folder that holds `eng.traineddata`. tesseract.js never settles when it is missing. */
export const hasLanguageData = (tessdata: string) => existsSync(path.join(tessdata, 'eng.traineddata'))

/** Several engines, started when first needed; each reads one image at a time. */
export function createRecogniser(tessdata: string, engines: number): Recogniser {
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  const all: Promise<Worker>[] = []
  let closed = false

  async function take(): Promise<Worker> {
    const free = idle.pop()
    if (free) return free
    startAll()
    return new Promise((resolve) => waiting.push(resolve))
  }
  function startAll(): void {
    if (all.length > 0) return
    for (let count = 0; count < engines; count++) all.push(start())
  }
  async function start(): Promise<Worker> {
    const worker = await startEngine(tessdata)
    giveBack(worker)
    return worker
  }
  function giveBack(worker: Worker): void {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
  }

  return {
    async words(image, layout) {
      if (closed) throw new Error('recogniser: closed')
      const worker = await take()
      try {
        await worker.setParameters({ tessedit_pageseg_mode: modes[layout], user_defined_dpi: '260' })
        const { data } = await worker.recognize(pgm(image), {}, { blocks: true, text: false })
        return wordsOf(data)
      } finally {
        giveBack(worker)
      }
    },
    warmUp: startAll,
    async close() {
      closed = true
      await Promise.all(all.map(async (worker) => (await worker).terminate()))
    },
  }
}

async function startEngine(tessdata: string): Promise<Worker> {
  const { createWorker, OEM } = await import('tesseract.js')
  return createWorker('eng', OEM.LSTM_ONLY, {
    langPath: tessdata,
    gzip: false,
    cacheMethod: 'none',
    // Without a handler its errors end the process; `recognize` rejects with the same error.
    errorHandler: () => {},
  })
}

/** Plain grey bytes behind a short header: no time goes into packing and unpacking. */
function pgm({ width, height, pixels }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels])
}

/** Specks of dirt come out as lone marks with next to no confidence. */
const isSpeck = (text: string, confidence: number) => confidence < 60 && !/[\p{L}\d$]/u.test(text)

function wordsOf(data: RecognizeResult['data']): Word[] {
  const words: Word[] = []
  for (const block of data.blocks ?? [])
    for (const paragraph of block.paragraphs)
      for (const line of paragraph.lines)
        for (const { text, bbox, confidence } of line.words) {
          if (isSpeck(text, confidence)) continue
          words.push({
            size: line.rowAttributes.rowHeight,
            text,
            box: [bbox.x0, bbox.y0, bbox.x1 - bbox.x0, bbox.y1 - bbox.y0],
            confidence: confidence / 100,
          })
        }
  return words
}
