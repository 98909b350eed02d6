import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Clinic } from '../../../shared/model/clinic.ts'
import { clinicsInWords, isClinicList, type PlacedText, revisionIn } from './clinics-in-words.ts'

export type ReadClinics = { clinics: Clinic[]; revision: string | null }

/** The list has about twenty pages. */
const mostPages = 80

/** The clinics in a PDF of Publication 4134; null: it cannot be opened, or is something else. */
export async function readClinicList(bytes: Uint8Array): Promise<ReadClinics | null> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false })
  try {
    const document = await loading.promise
    const pages: PlacedText[][] = []
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
      const page = await document.getPage(number)
      const { height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      pages.push(
        items.flatMap((item) => {
          if (!('str' in item)) return []
          const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
          return [
            { text: item.str, x, y: height - y, width: item.width, height: Math.hypot(c, d) || item.height },
          ]
        }),
      )
    }
    if (!isClinicList(pages)) return null
    const clinics = clinicsInWords(pages)
    return clinics.length > 0 ? { clinics, revision: revisionIn(pages) } : null
  } catch {
    return null
  } finally {
    await loading.destroy()
  }
}
