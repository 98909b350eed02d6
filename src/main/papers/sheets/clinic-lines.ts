import type { Clinic } from '../../../shared/model/clinic.ts'
import type { PdfCursor } from '../pdf/pdf-cursor.ts'
import { drawHeading } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'

/** More than these do not fit a sheet; the list has them all. */
const mostClinics = 5

/** `Sample Clinic, Springfield: 217-555-0111. Also Spanish.` */
export const clinicLines = (clinics: readonly Clinic[]): string[] =>
  clinics.slice(0, mostClinics).map(({ name, city, phones, languages }) => {
    const also = languages.length > 0 ? ` Also ${languages.join(', ')}.` : ''
    return `${[name, city].filter(Boolean).join(', ')}: ${phones.join(', ')}.${also}`
  })

/** Who can help for free or a small fee, where the person added the IRS's list. */
export function drawClinics(paper: PdfCursor, clinics: readonly Clinic[]): void {
  if (clinics.length === 0) return
  drawHeading(paper, 'Free or low-cost help in your state')
  write(
    paper,
    clinicLines(clinics).map((text): Item => ({ text, size: 9, mark: 'bullet', after: 1 })),
    'Free or low-cost help in your state',
  )
}
