import { decisionOf } from '../deadlines/decision.ts'
import { findNotice, type Law, type Notice } from '../law/law.ts'
import type { Placement } from '../model/deadline.ts'
import { factsOf, type Letter } from '../model/letter.ts'

type PlacedLetter = Pick<Letter, 'confirmed' | 'reading'> & Partial<Pick<Letter, 'events'>>

/**
 * Sets a letter on the station of its number. The number alone decides; a number that is missing or not in the
 * catalogue is never guessed from the words of the letter.
 */
export function placeLetter(law: Pick<Law, 'notices'>, letter: PlacedLetter): Placement {
  const code = factsOf(letter).noticeCode
  if (!code) {
    return { kind: 'unknown', because: ['No notice number is known for this letter.'], ask: whereToLook }
  }
  const notice = findNotice(law, code)
  if (!notice) {
    const because = [`${code} is not in our catalogue.`, ...neighbours(law, code)]
    return { kind: 'unknown', because, ask: `Compare ${code} with the number on the letter. ${whereToLook}` }
  }
  const decision = notice.onlyRefusalIsAppealable ? decisionOf(letter) : null
  const because = [
    howTheNumberIsKnown(notice, letter),
    whyThisStation[notice.stationBasis],
    ...(decision
      ? [`You said that the letter ${decision === 'granted' ? 'grants' : 'refuses'} what you asked for.`]
      : []),
  ]
  const ask =
    notice.onlyRefusalIsAppealable && !decision
      ? 'Yes and no come under this number. Does the letter refuse what you asked for? Only a refusal can be appealed.'
      : null
  return { kind: 'placed', station: notice.station, because, ask }
}

const whereToLook =
  'What number is printed on it? Look in the box at the top right, at the bottom right of the first page, and after LTR in the heading.'

const whyThisStation: Record<Notice['stationBasis'], string> = {
  tas: 'The Taxpayer Advocate Service names this number at this stop.',
  other: 'A source other than the Taxpayer Advocate Service ties this number to this stop.',
  inferred: 'No source ties this number to a stop. We put it here because of what it says.',
}

const placeOnPage: Record<Notice['wherePrinted'], string> = {
  box: 'in the box at the top right',
  footer: 'at the bottom of the first page',
  'ltr-line': 'after LTR in the heading',
  form: 'as a form number on the form itself',
}

function howTheNumberIsKnown({ code, printedAs, wherePrinted }: Notice, letter: PlacedLetter): string {
  const name = printedAs[0] ?? code
  if (letter.confirmed) return `You confirmed that this is ${name}.`
  const evidence = letter.reading?.evidence.noticeCode
  const where = evidence ? ` on page ${evidence.page} as "${evidence.raw}"` : ''
  return `${name} was read${where}; this number is mostly printed ${placeOnPage[wherePrinted]}. Please check it.`
}

/** Known numbers of the same family, `CP5..` or `LT1..`: a hint, never a placement. Plain letter numbers have no families. */
function neighbours(law: Pick<Law, 'notices'>, code: string): string[] {
  if (!/^(CP|LT)\d/.test(code)) return []
  const near = law.notices.filter((notice) => notice.code.startsWith(code.slice(0, 3))).slice(0, 4)
  const names = near.map((notice) => `${notice.printedAs[0]} (${notice.title})`)
  return names.length > 0 ? [`Numbers near it: ${names.join('; ')}. They may mean something else.`] : []
}
