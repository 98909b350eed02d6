import type { AppealAnswers } from '../../shared/model/appeal.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, ok, type Result } from '../../shared/model/result.ts'
import { type Special, splitSpecial } from '../../shared/model/special.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import { type ChangeFailure, type ChangeTables, changeLetter } from './change-letter.ts'
import { isOfCase, together } from './special-answers.ts'

/**
 * Stores what was said about this letter with it, and what was said about the person for the whole case: with the letter
 * that holds it already, or else with this one. Answers with the letters that changed: that is where each is undone.
 */
export function saveSpecial(
  needs: { library: ChangeTables; changes: Notifier },
  id: LetterId,
  special: Special,
): Result<{ changed: LetterId[] }, ChangeFailure> {
  const letter = needs.library.letters.find(id)
  if (!letter) return err({ code: 'letter.not-found' })
  const wanted = answersToSet(needs.library, letter, special)
  const changed: LetterId[] = []
  for (const [each, answers] of wanted) {
    const saved = changeLetter(needs, each, () => needs.library.letters.setAnswers(each, answers))
    if (!saved.ok) return saved
    changed.push(each)
  }
  return ok({ changed })
}

/** The new answers of each letter that changes. */
function answersToSet(
  library: ChangeTables,
  letter: LetterRow,
  special: Special,
): Map<LetterId, AppealAnswers> {
  const homes = library.letters.listWithSpecial().filter((home) => isOfCase(home, letter))
  const home = homes.find(({ removedAt, superseded }) => removedAt === null && !superseded) ?? letter
  const { ofLetter, ofCase } = splitSpecial(special)
  // What an earlier version stored for the person without saying of which letter stays, until each letter has its answer.
  const before = splitSpecial(homes.flatMap(({ answers }) => answers.special ?? []).reduce(together, {}))
  const all = new Map([letter, ...homes].map((each) => [each.id, each.answers]))
  const set = (id: LetterId, part: 'special' | 'specialHere', value: Special) => {
    const { [part]: _, ...rest } = all.get(id) ?? letter.answers
    all.set(id, Object.keys(value).length > 0 ? { ...rest, [part]: value } : rest)
  }
  for (const each of homes) if (each.id !== home.id) set(each.id, 'special', {})
  set(home.id, 'special', { ...before.ofLetter, ...ofCase })
  set(letter.id, 'specialHere', ofLetter)
  const was = new Map([letter, ...homes].map((each) => [each.id, each.answers]))
  return new Map([...all].filter(([id, answers]) => !isSame(was.get(id), answers)))
}

const isSame = (a: AppealAnswers | undefined, b: AppealAnswers): boolean =>
  a !== undefined && sorted(a) === sorted(b)
const sorted = (answers: AppealAnswers): string => JSON.stringify(Object.entries(answers).sort())
