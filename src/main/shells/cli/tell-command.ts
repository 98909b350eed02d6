import { ifTodayWords } from '../../../shared/deadlines/clock-doubt.ts'
import { english } from '../../../shared/i18n/english.ts'
import { codeFrom } from '../../../shared/law/code-from.ts'
import { letterByNumber } from '../../../shared/law/notice-number.ts'
import { noAnswers } from '../../../shared/model/appeal.ts'
import { CaseEvent } from '../../../shared/model/case-event.ts'
import { Day } from '../../../shared/model/day.ts'
import { noFacts } from '../../../shared/model/letter.ts'
import type { Special } from '../../../shared/model/special.ts'
import { tell } from '../../../shared/telling/tell.ts'
import { systemClock } from '../system-clock.ts'
import { wordsOfError } from '../words.ts'
import { warnOfClock } from './clock-warning.ts'
import { UsageFailure } from './command-failure.ts'
import { oneNumber, openLaw } from './open-law.ts'
import { jsonText, say } from './print.ts'
import { withAnswer } from './special-input.ts'
import { doubtJson } from './step-words.ts'
import { tellingJson, textOfTelling } from './telling-words.ts'
import { eventNames } from './typed-names.ts'

type Options = {
  dated?: string
  today?: string
  printed?: string
  ends?: string
  event: string[]
  year?: string[]
  special?: string[]
  json?: boolean
}

/** What a letter of this number says today, without a library: nothing is kept. */
export function tellCommand(words: string[], options: Options): void {
  const number = oneNumber(words)
  const law = openLaw(number)
  const known = number ? letterByNumber(law, number) : undefined
  const code = known ? codeOf(law, number, known.code) : number ? codeFrom(number) : null
  const letter = {
    confirmed: {
      ...noFacts,
      noticeCode: code,
      noticeDate: dayOf(options.dated),
      respondByDate: dayOf(options.printed),
      terminationDate: dayOf(options.ends),
      taxPeriods: (options.year ?? []).map(yearFrom),
    },
    reading: null,
    events: options.event.map(eventFrom),
    answers: noAnswers,
    special: (options.special ?? []).reduce<Special>(withAnswer, {}),
  }
  const told = tell(law, letter, dayOf(options.today) ?? systemClock.today())
  const doubt = warnOfClock(options)
  const only = doubt ? `[${english(ifTodayWords(doubt))}]\n` : ''
  say(options.json ? jsonText({ ...tellingJson(told), ...doubtJson(doubt) }) : only + textOfTelling(told))
}

/** A tax year on the letter, from which the time for a refund is counted. */
function yearFrom(text: string): string {
  if (!/^(?:19|20)\d\d$/.test(text)) throw new UsageFailure(`"${text}" is no tax year. Write --year 2024.`)
  return text
}

/** A Spanish number keeps its own name. */
function codeOf(law: ReturnType<typeof openLaw>, number: string, code: string): string {
  const own = codeFrom(number)
  const isSpanish = law.notices.some(({ spanishNumbers, spanishByRule }) =>
    [...spanishNumbers, ...spanishByRule].includes(own),
  )
  return isSpanish ? own : code
}

function dayOf(text: string | undefined): Day | null {
  if (text === undefined) return null
  const day = Day.safeParse(text)
  if (!day.success) throw new UsageFailure(wordsOfError('input.not-a-day'))
  return day.data
}

/** `conferenceHeld=2026-11-20` */
function eventFrom(pair: string): CaseEvent {
  const [kind, ...rest] = pair.split('=')
  const day = rest.join('=')
  const event = CaseEvent.safeParse({ kind, day: dayOf(day), note: '' })
  if (!event.success) throw new UsageFailure(`${wordsOfError('input.not-an-event')}\n${eventNames()}`)
  return event.data
}
