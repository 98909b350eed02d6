import type { Reading } from '../../../shared/model/letter.ts'
import type { Structure } from '../../../shared/model/structure.ts'
import { list } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'

/** Signs of a scam, before anything that the letter asks for. `isTold`: what to do about them is said elsewhere. */
export function ScamSigns({ reading, isTold = false }: { reading: Reading | null; isTold?: boolean }) {
  const indicators = reading?.scamIndicators ?? []
  if (indicators.length === 0) return null
  const isMarked = (reading?.signPlaces ?? []).length > 0
  return (
    <section className="callout check" aria-labelledby="scam-indicators">
      <h2 id="scam-indicators">{t('scamIndicators.title')}</h2>
      <p>
        {t('scamIndicators.lead')} {isMarked && t('scamIndicators.marked')}
      </p>
      <ul>
        {indicators.map((indicator) => (
          <li key={indicator}>{t(`scamIndicators.${indicator}`)}</li>
        ))}
      </ul>
      {!isTold && <p>{t('scamIndicators.hint')}</p>}
    </section>
  )
}

/** Notes about the document itself: missing pages, where a file was split. */
export function PageNotes({ reading }: { reading: Reading | null }) {
  const cutOff = reading?.cutOff ? [t(`structure.cutOff.${reading.cutOff}`)] : []
  const notes = [...cutOff, ...(reading?.structure ? notesOn(reading.structure) : [])]
  if (notes.length === 0) return null
  return (
    <section className="callout" aria-labelledby="page-notes">
      <h2 id="page-notes">{t('structure.title')}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  )
}

function notesOn(structure: Structure): string[] {
  const { missingPages, printedCount, reordered, excludedPages } = structure
  const missing =
    missingPages.length > 0 && printedCount !== null
      ? [
          `${t('structure.missing', { count: missingPages.length, pages: list(missingPages.map(String)), of: printedCount })} ${t('structure.missingHint')}`,
        ]
      : []
  return [
    ...cutNote(structure),
    ...missing,
    ...(reordered ? [t('structure.reordered')] : []),
    ...excludedPages.map(({ page, kind }) => t(`structure.excluded.${kind}`, { page })),
  ]
}

function cutNote({ letterCount, cutBecause }: Structure): string[] {
  if (letterCount < 2) return []
  if (cutBecause.length === 0) return [t('structure.firstOf', { count: letterCount })]
  const reasons = list(cutBecause.map((reason) => t(`structure.cut.${reason}`)))
  return [t('structure.cutHere', { count: letterCount, reasons })]
}
