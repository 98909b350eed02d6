import { printedName } from '../../../shared/law/law.ts'
import { type LetterStory, storiesAbout } from '../../../shared/letters/letters-together.ts'
import { factsOf, type Letter, type LetterId } from '../../../shared/model/letter.ts'
import { longDay } from '../../i18n/format.ts'
import { lawWords } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw, useLetters, useToday } from '../../state/library-context.tsx'
import { Fold } from '../../ui/more.tsx'

/** How the person's other letters affect this one; empty if there are none. */
export function OtherLetters({ letter }: { letter: Letter }) {
  const law = useLaw()
  const letters = useLetters()
  const today = useToday()
  const present = letters.filter(({ removed }) => !removed)
  const stories = storiesAbout(law, present, today, letter.id)
  const name = (id: LetterId) => {
    const other = present.find((each) => each.id === id)
    const facts = other && factsOf(other)
    const title = facts?.noticeCode ? printedName(law, facts.noticeCode) : (other?.fileName ?? '')
    return facts?.noticeDate ? t('meaning.letterOf', { title, day: longDay(facts.noticeDate) }) : title
  }
  const lines = [...new Set(stories.flatMap((story) => linesOf(story, letter.id, name)))]
  const warns = stories.some((story) => warnsOf(story, letter.id))
  if (lines.length === 0) return null
  return (
    <Fold label={t('meaning.others')} open={warns}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Fold>
  )
}

/** Another letter changes what this one is good for. */
const warnsOf = ({ replaced, crossed, secondHearing }: LetterStory, id: LetterId): boolean =>
  [...replaced, ...crossed, ...secondHearing].some(({ letter }) => letter === id)

function linesOf(story: LetterStory, id: LetterId, name: (id: LetterId) => string): string[] {
  const { replaced, crossed, secondHearing, rulesNow, newest } = story
  return [
    ...(newest && newest !== id ? [t('meaning.newest', { letter: name(newest) })] : []),
    ...replaced
      .filter((each) => each.letter === id)
      .map(({ by }) => t('meaning.replacedBy', { letter: name(by) })),
    ...replaced
      .filter(({ by }) => by === id)
      .map((each) => t('meaning.replaces', { letter: name(each.letter) })),
    ...(rulesNow?.deadline.sendBy
      ? [
          t('meaning.rulesNow', {
            what: lawWords(rulesNow.deadline.title),
            letter: name(rulesNow.letter),
            day: longDay(rulesNow.deadline.sendBy),
          }),
        ]
      : []),
    ...secondHearing
      .filter(({ letter }) => letter === id)
      .map(({ first }) => t('meaning.secondHearing', { letter: name(first) })),
    ...crossed
      .filter(({ letter }) => letter === id)
      .map(({ mailed, on }) => t('meaning.crossed', { what: t(`events.kinds.${mailed}`), day: longDay(on) })),
  ]
}
