import type { StillBlank } from '../../../shared/appeals/still-blank.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { hashOfQuestion } from './question-props.ts'

type Props = { letter: Letter; blanks: readonly StillBlank[] }

/**
 * On the page of a question what is still needed for it, without alarm: most people have just come to it. Of a part of the
 * statement that also has boxes, the boxes say it: what the law asks for in words is told when everything is looked over.
 */
export function BlanksOfQuestion({ blanks }: Pick<Props, 'blanks'>) {
  const stopping = blanks.filter(({ stops }) => stops)
  const all = stopping.length > 0 ? stopping : blanks
  const shown = all[0]?.question === 'reasons' ? all.slice(0, 1) : all
  if (shown.length === 0) return null
  return (
    <div className="small soft">
      <p>{t(stopping.length > 0 ? 'interview.needed' : 'interview.maybe')}</p>
      <ul className="packet-missing">
        {shown.map(({ name, what }) => (
          <li key={`${english(name)} ${english(what)}`}>
            <LawText>{what}</LawText>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What stops sending, then what may stay blank: the same as on the instruction sheet, each with the way to its question. */
export function BlankList({ letter, blanks }: Props) {
  const stopping = blanks.filter(({ stops }) => stops)
  const others = blanks.filter(({ stops }) => !stops)
  return (
    <>
      {stopping.length > 0 && (
        <div className="callout check stack-s">
          <p>{t('interview.missing', { count: stopping.length })}</p>
          <Blanks letter={letter} blanks={stopping} />
        </div>
      )}
      {others.length > 0 && (
        <div className="stack-s">
          <p className="small soft">{t('interview.maybe')}</p>
          <Blanks letter={letter} blanks={others} />
        </div>
      )}
    </>
  )
}

const Blanks = ({ letter, blanks }: Props) => (
  <ul className="packet-missing">
    {blanks.map(({ name, what, question }) => (
      <li key={`${english(name)} ${english(what)}`}>
        <strong>
          <a href={hashOfQuestion(letter, question)}>
            <LawText>{name}</LawText>
          </a>
          :
        </strong>{' '}
        <LawText>{what}</LawText>
      </li>
    ))}
  </ul>
)
