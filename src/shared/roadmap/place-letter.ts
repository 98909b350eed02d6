import { decisionOf } from '../deadlines/decision.ts'
import { type Message, say } from '../i18n/message.ts'
import { findLetter, type Law, type NamedLetter, type Notice } from '../law/law.ts'

import { factsOf, type Letter } from '../model/letter.ts'

/**
 * A letter placed at a station, with the reasons that decided it. `ask`: what the number alone does not tell.
 */
type Placement =
  | { kind: 'placed'; station: string; because: Message[]; ask: Message | null }
  | { kind: 'unknown'; because: Message[]; ask: Message }

type PlacedLetter = Pick<Letter, 'confirmed' | 'reading'> & Partial<Pick<Letter, 'events'>>

/**
 * Places a letter at the station of its number. Only the number decides; a number that is missing or not in
 * the catalog is never guessed from the letter's words.
 */
export function placeLetter(law: Pick<Law, 'notices' | 'named'>, letter: PlacedLetter): Placement {
  const code = factsOf(letter).noticeCode
  if (!code) {
    return { kind: 'unknown', because: [say('place.noNumber')], ask: say('place.whereToLook') }
  }
  const notice = findLetter(law, code)
  if (!notice) {
    const because = [say('place.notInCatalog', { code }), ...neighbors(law, code)]
    return { kind: 'unknown', because, ask: say('place.compare', { code, what: say('place.whereToLook') }) }
  }
  if ('kind' in notice)
    return { kind: 'placed', station: notice.station, because: becauseNamed(notice, letter), ask: null }
  const decision = notice.onlyRefusalIsAppealable ? decisionOf(letter) : null
  const because = [
    howTheNumberIsKnown(notice, letter),
    say(`place.basis.${notice.stationBasis}`),
    ...(decision ? [say(decision === 'granted' ? 'place.grants' : 'place.refuses')] : []),
  ]
  const ask = notice.onlyRefusalIsAppealable && !decision ? say('place.askDecision') : null
  return { kind: 'placed', station: notice.station, because, ask }
}

const becauseNamed = (named: NamedLetter, letter: PlacedLetter): Message[] => [
  howTheNumberIsKnown(named, letter),
  say('place.named', { name: named.printedAs[0] ?? named.code }),
  say(`place.basis.${named.stationBasis}`),
]

type Printed = Pick<Notice, 'code' | 'printedAs' | 'wherePrinted'>
function howTheNumberIsKnown({ code, printedAs, wherePrinted }: Printed, letter: PlacedLetter): Message {
  const name = printedAs[0] ?? code
  if (letter.confirmed) return say('place.confirmed', { name })
  const where = say(`place.printed.${wherePrinted}`)
  const evidence = letter.reading?.evidence.noticeCode
  if (!evidence) return say('place.read', { name, where })
  return say('place.readOnPage', { name, page: evidence.page, raw: evidence.raw, where })
}

/** Known numbers of the same family, `CP5..` or `LT1..`: a hint, never a placement. Plain letter numbers have no families. */
function neighbors(law: Pick<Law, 'notices'>, code: string): Message[] {
  if (!/^(CP|LT)\d/.test(code)) return []
  const near = law.notices.filter((notice) => notice.code.startsWith(code.slice(0, 3))).slice(0, 4)
  const names = near.map(({ code, printedAs, title }) =>
    say('place.nearName', { name: printedAs[0] ?? code, what: title }),
  )
  return names.length > 0 ? [say('place.near', { names })] : []
}
