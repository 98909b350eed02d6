import type { LetterId } from '../../shared/model/letter.ts'
import { err, ok, type Result } from '../../shared/model/result.ts'
import type { Special } from '../../shared/model/special.ts'
import type { Notifier } from '../ports/change-feed.ts'
import { type ChangeFailure, type ChangeTables, changeLetter } from './change-letter.ts'
import { isOfCase } from './special-answers.ts'

/**
 * Stores the answers for the whole case of this letter, with the letter that holds them already, or else with this
 * one. Answers with the letter that holds them: that is where they can be undone.
 */
export function saveSpecial(
  needs: { library: ChangeTables; changes: Notifier },
  id: LetterId,
  special: Special,
): Result<{ home: LetterId }, ChangeFailure> {
  const { library } = needs
  const letter = library.letters.find(id)
  if (!letter) return err({ code: 'letter.not-found' })
  const homes = library.letters.listWithSpecial().filter((home) => isOfCase(home, letter))
  const home = homes.find(({ removedAt, superseded }) => removedAt === null && !superseded) ?? letter
  const others = homes.filter((each) => each.id !== home.id)
  const saved = changeLetter(needs, home.id, () => {
    library.letters.setAnswers(home.id, { ...home.answers, special })
  })
  if (!saved.ok) return saved
  for (const each of others) {
    const { special: _, ...answers } = each.answers
    const cleared = changeLetter(needs, each.id, () => library.letters.setAnswers(each.id, answers))
    if (!cleared.ok) return cleared
  }
  return ok({ home: home.id })
}
