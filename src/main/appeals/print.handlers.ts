import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Api, Output } from '../../shared/contract/contract.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { Reader } from '../reading/process/client.ts'

/** 200 dots per inch across Letter paper: what a laser printer shows of small print. */
const width = 1700
/** More pictures than this do not fit through a window. */
const mostPages = 120

type Needs = {
  reader: Pick<Reader, 'pageCount' | 'pageImage'>
  /** Shows a PDF in the system's own program, if the shell can; false: no program took it. */
  viewPdf?: ((bytes: Uint8Array) => Promise<boolean>) | undefined
  /** The folder with the guide in `guide`. */
  resources: string
}

/** PDFs that were made, on their way to a printer or to another program. None of them is stored. */
export function createPrintHandlers({
  reader,
  viewPdf,
  resources,
}: Needs): Pick<Api, 'guide:pdf' | 'pdf:pictures' | 'pdf:view'> {
  return {
    'guide:pdf': async ({ language }) => ({
      bytes: new Uint8Array(await readFile(join(resources, 'guide', `waymark-guide-${language}.pdf`))),
    }),
    'pdf:pictures': async ({ bytes }) => {
      const count = await reader.pageCount(bytes)
      if (!count.ok) return count
      if (count.value > mostPages) return err({ code: 'paper.too-long' })
      const pictures: Extract<Output<'pdf:pictures'>, { ok: true }>['value']['pictures'] = []
      for (let page = 1; page <= count.value; page++) {
        const picture = await reader.pageImage(bytes, page, width)
        if (!picture.ok) return picture
        pictures.push(picture.value)
      }
      return ok({ pictures })
    },
    'pdf:view': async ({ bytes }) => {
      const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
      return isPdf && viewPdf && (await viewPdf(bytes)) ? ok(null) : err({ code: 'paper.no-viewer' })
    },
  }
}
