import { doubtWords } from '../deadlines/clock-doubt.ts'
import { english } from '../i18n/english.ts'
import { type Message, say } from '../i18n/message.ts'
import type { AppealPapers } from './appeal-papers.ts'
import type { QuestionId } from './question.ts'

/**
 * One thing to do before the papers are sent, and what a person finds it by; `stops`: they must not be sent before.
 * `question`: where the interview asks for it.
 */
export type StillBlank = { name: Message; what: Message; stops: boolean; question: QuestionId }

/** Everything that is still blank or unsure in the papers of a letter, what stops sending first. */
export function stillBlank({ draft, clockDoubt }: Pick<AppealPapers, 'draft' | 'clockDoubt'>): StillBlank[] {
  const whole: StillBlank[] = [
    ...(draft.unconfirmed
      ? [
          {
            name: say('draft.theFacts'),
            what: say('draft.confirmFirst'),
            stops: true,
            question: 'facts' as const,
          },
        ]
      : []),
    ...(clockDoubt
      ? [
          {
            name: say('draft.theDate'),
            what: doubtWords(clockDoubt),
            stops: true,
            question: 'facts' as const,
          },
        ]
      : []),
  ]
  const gaps = draft.missingFields
    .filter(({ what }) => english(what) !== '')
    .map(({ name, what, stops, question }) => ({ name, what, stops, question }))
  const all = [...whole, ...gaps]
  return [...all.filter(({ stops }) => stops), ...all.filter(({ stops }) => !stops)]
}
