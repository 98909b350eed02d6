import type { CollectionAction } from '../model/appeal.ts'
import { CaseEventKind, sentKinds } from '../model/case-event.ts'
import type { Letter } from '../model/letter.ts'
import { contactOf } from '../telling/contact.ts'
import type { AppealPapers } from './appeal-papers.ts'
import { needsConference } from './draft-9423-statement.ts'

type Asked = { letter: Letter; papers: AppealPapers; actions: readonly CollectionAction[] }

/**
 * What may have happened that the appeal of a letter needs to know: what starts a clock of this right, and how an
 * appeal to Collection begins. What the letter prints itself is not asked, nor what the person sent.
 */
export function eventsAsked(asked: Asked): CaseEventKind[] {
  const kinds = [...clockStarts(asked.papers), ...ofActions(asked), ...conferenceKinds(asked)]
  return [...new Set(kinds)].filter((kind) => !sent.has(kind))
}

const sent: ReadonlySet<CaseEventKind> = new Set(sentKinds)

function clockStarts({ deadlines, draft }: AppealPapers): CaseEventKind[] {
  const programs = draft.form === '12153' ? ['CDP', 'EH'] : ['CAP', 'IA-appeal']
  return deadlines
    .filter(({ program, actor, aside }) => programs.includes(program) && actor === 'taxpayer' && !aside)
    .flatMap(({ start }) => CaseEventKind.safeParse(start.kind).data ?? [])
    .filter((kind) => !conference.has(kind))
}

/** A levy that was served and one that is only announced take different papers; a seizure is appealed after its notice. */
function ofActions({ papers, actions }: Asked): CaseEventKind[] {
  if (papers.draft.form === '12153') return []
  return actions.flatMap((action): CaseEventKind[] => {
    if (action === 'levy') return ['levyServed']
    return action === 'seizure' ? ['seizureNoticeGiven'] : []
  })
}

const conference: ReadonlySet<CaseEventKind> = new Set([
  'conferenceRequested',
  'conferenceHeld',
  'appealAnnounced',
  'managerReferral',
])

function conferenceKinds({ letter, papers, actions }: Asked): CaseEventKind[] {
  if (papers.draft.form === '12153' || !needsConference(actions)) return []
  const contact = contactOf(letter)
  if (contact === 'phoneOrNotice') return ['managerReferral']
  return contact === 'advisory' ? [] : ['conferenceRequested', 'conferenceHeld', 'appealAnnounced']
}
