import words from '../../../resources/words/en.json' with { type: 'json' }
import { answersFromFacts, signersOf } from '../../shared/appeals/answers-from-facts.ts'
import { appealPapers, type Forms } from '../../shared/appeals/appeal-papers.ts'
import { opensAppeal } from '../../shared/appeals/checklist.ts'
import { namedExhibits } from '../../shared/appeals/exhibit-names.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { whoLine } from '../../shared/i18n/format-facts.ts'
import type { Law } from '../../shared/law/law.ts'
import { clinicsOf, stateOfLetter } from '../../shared/model/clinic.ts'
import { factsOf, type LetterId } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import { caseOnPaper } from '../../shared/telling/tell-all.ts'
import type { ClockWatch } from '../letters/clock-watch.ts'
import { findScan, type LetterSources, listLetters } from '../letters/list-letters.ts'
import { draftPdf } from '../papers/packet/draft-pdf.ts'
import { makePaper } from '../papers/papers.ts'
import { loadFonts } from '../papers/pdf/fonts.ts'
import type { Clock } from '../ports/clock.ts'
import type { Reader } from '../reading/process/client.ts'
import { rotationsOf } from '../scans/scan-layout.ts'
import type { Library } from '../storage/open-library.ts'
import { contentsOf } from '../storage/tables/files-table.ts'
import { templateFile } from './template-file.ts'

export type PacketNeeds = LetterSources & {
  library: Pick<Library, 'formTemplates' | 'settings'>
  reader: Pick<Reader, 'work'>
  clock: Clock
  clockDoubt: ClockWatch['doubt']
  law: Law
  forms: Forms
  /** The folder with `fonts`. */
  resources: string
}

/** The draft of the form alone. */
export async function draftPdfOf(needs: PacketNeeds, id: LetterId): Promise<Output<'draft:pdf'>> {
  const { law, forms, clock, clockDoubt, resources } = needs
  const found = findScan(needs, id)
  if (!found) return err({ code: 'letter.not-found' })
  const { letter } = found
  if (!opensAppeal(law, letter)) return err({ code: 'packet.no-appeal' })
  const told = caseOnPaper(law, listLetters(needs), letter, clock.today())
  const { form, draft } = appealPapers(forms, told, clockDoubt())
  const facts = factsOf(letter)
  const who = whoLine(signersOf(answersFromFacts(letter.answers, facts)), facts)
  const bytes = await draftPdf(await loadFonts(resources), form, draft, who, clockDoubt())
  return bytes.ok ? ok({ bytes: bytes.value }) : bytes
}

/** The whole packet of one letter, in mailing order. Files at which its process ends twice cost this packet alone. */
export async function packetOf(
  needs: PacketNeeds,
  id: LetterId,
  layout: Omit<Input<'packet:pdf'>, 'id'>,
): Promise<Output<'packet:pdf'>> {
  const { law, forms, clock, clockDoubt, resources, library, reader } = needs
  const found = findScan(needs, id)
  if (!found) return err({ code: 'letter.not-found' })
  const { letter, scan } = found
  if (!opensAppeal(law, letter)) return err({ code: 'packet.no-appeal' })
  const rotationOf = rotationsOf(library, scan.id)
  const own = contentsOf(library, scan.files)
  const enclosures = namedExhibits(law, letter).flatMap(({ file }) =>
    file === null || file === 'letter' ? [] : [file],
  )
  const templates = mappedTemplates(library)
  const order = {
    ...layout,
    ...caseOnPaper(law, listLetters(needs), letter, clock.today()),
    forms,
    clockDoubt: clockDoubt(),
    clinics: clinicsOf(library.settings.get().clinicList, stateOfLetter(letter)),
    resources,
    words: { ways: words.mailing.ways, facts: words.officialFacts },
    letterFiles: own.length,
    rotations: letter.pages.map((page) => [page, rotationOf(page)] as const),
    enclosures,
    templates: templates.map(({ fieldMapping }) => fieldMapping),
  }
  const made = await makePaper(reader, 'packet', order, [
    ...own,
    ...enclosures.map((each) => ({ key: `exhibit ${each}`, bytes: () => library.exhibits.getBytes(each) })),
    ...templates.map(({ file }) => file),
  ])
  if (made.ok) return made.value
  return made.error.code === 'read.cancelled' ? made : err({ code: 'packet.stopped' })
}

/** The form templates that can be filled in, newest first. */
const mappedTemplates = (library: Pick<Library, 'formTemplates'>) =>
  library.formTemplates
    .list()
    .toReversed()
    .flatMap(({ id, fieldMapping }) =>
      fieldMapping ? [{ fieldMapping, file: templateFile(library, id) }] : [],
    )
