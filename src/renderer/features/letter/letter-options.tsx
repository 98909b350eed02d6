import type { LawText as Text } from '../../../shared/i18n/message.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import type { RightLeft } from '../../../shared/telling/telling.ts'
import { useOnlyIfToday } from '../../common/deadlines/days-left.ts'
import { useTelling } from '../../common/letter/use-telling.ts'
import { shortDay } from '../../i18n/format.ts'
import { LawText, lawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import './letter-options.css'

const mostShown = 5

/** What the person can do with this letter, each on one row: what, until when, what it holds up, what it leaves, and what it costs. */
export function LetterOptions({ letter }: { letter: Letter }) {
  const { left, unchecked } = useTelling(letter)
  const shown = left.filter(({ deadline }) => !deadline.aside).slice(0, mostShown)
  if (shown.length === 0) return null
  return (
    <section className="stack-s" aria-labelledby="options">
      <h2 id="options" className="options-title">
        {t('options.title')}
      </h2>
      <ul className="options">
        {shown.map((each) => (
          <Option key={each.right} option={each} isBrief={unchecked} />
        ))}
      </ul>
    </section>
  )
}

/** `isBrief`: what it holds up is told once the facts are checked. */
function Option({ option, isBrief }: { option: RightLeft; isBrief: boolean }) {
  const { title, state, program, deadline } = option
  const { pauses } = deadline
  const isOver = state === 'over'
  const only = useOnlyIfToday()
  return (
    <li className={isOver ? 'option over' : 'option'}>
      <strong>
        <LawText>{title}</LawText>
      </strong>
      <span className="option-until">{isOver ? only(untilWords(option)) : untilWords(option)}</span>
      {!isOver && !isBrief && (
        <span className="small soft option-effect">
          {pauses && (
            <>
              <FirstSentence of={pauses} />{' '}
            </>
          )}
          {program !== 'other' && t(`options.costs.${costs[program]}`)}
        </span>
      )}
    </li>
  )
}

/** What it leaves, and what it costs. */
const costs = {
  CDP: 'hearing',
  'IA-appeal': 'planAppeal',
  'tax-court': 'petition',
  EH: 'noCourt',
  CAP: 'noCourt',
} as const

function untilWords({ state, until }: RightLeft): string {
  if (state === 'done') return t('options.done')
  if (state === 'unknown') return t('options.missing')
  if (!until) return t(state === 'over' ? 'options.past' : 'options.noDay')
  const day = shortDay(until)
  if (state === 'over') return t('options.over', { day })
  return t(state === 'later' ? 'options.later' : 'options.until', { day })
}

/** The rest is in the part about rights and days. */
function FirstSentence({ of }: { of: Text }) {
  const { text, lang } = lawText(of)
  return <span lang={lang}>{/^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text}</span>
}
