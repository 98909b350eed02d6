import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Deadline, Firmness } from '../../../shared/deadlines/deadline.ts'
import { english } from '../../../shared/i18n/english.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { useDaysLeft } from '../../common/deadlines/days-left.ts'
import { LetterName } from '../../common/letter/letter-title.tsx'
import { monthName, shortDay } from '../../i18n/format.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useToday } from '../../state/library-context.tsx'
import { type Scale, timelineScale } from './timeline-scale.ts'
import './timeline.css'

export type Dated = { letter: Letter; deadline: Deadline }

const atOnce = 12

/** The days ahead of all letters on one line, soonest first; firm, soft and estimated days differ in shape and in words. */
export function Timeline({ dated }: { dated: Dated[] }) {
  const today = useToday()
  const [all, setAll] = useState(false)
  const shown = all ? dated : dated.slice(0, atOnce)
  const scale = timelineScale(
    today,
    shown.flatMap(({ deadline }) => deadline.lastDay ?? []),
  )
  return (
    <section className="card stack timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('timeline.title')}</h2>
      <Axis scale={scale} />
      <ol>
        {shown.map(({ letter, deadline }) => (
          <Row
            key={`${letter.id} ${deadline.rule} ${english(deadline.title)}`}
            {...{ letter, deadline, scale }}
          />
        ))}
      </ol>
      {dated.length > shown.length && (
        <div>
          <Button className="button small" onPress={() => setAll(true)}>
            {t('timeline.all', { count: dated.length })}
          </Button>
        </div>
      )}
      <Legend />
    </section>
  )
}

const left = (percent: number) => ({ insetInlineStart: `${percent}%` })

/** For the eye: each row says its days in words. */
function Axis({ scale }: { scale: Scale }) {
  return (
    <div className="timeline-row timeline-axis small soft" aria-hidden="true">
      <span />
      <span className="timeline-track">
        <span className="timeline-tick" style={left(0)}>
          {t('timeline.today')}
        </span>
        {scale.months
          .filter((first) => scale.at(first) > 8 && scale.at(first) < 94)
          .map((first) => (
            <span key={first} className="timeline-tick" style={left(scale.at(first))}>
              {monthName(first)}
            </span>
          ))}
      </span>
    </div>
  )
}

function Row({ letter, deadline, scale }: Dated & { scale: Scale }) {
  const leftWords = useDaysLeft()
  const { lastDay, sendBy, daysLeft, firmness } = deadline
  if (!lastDay) return null
  const who = factsOf(letter).taxpayerName
  return (
    <li className="timeline-row">
      <span className="timeline-what">
        <strong>
          <LawText>{deadline.title}</LawText>
        </strong>
        <span className="small">
          {shortDay(lastDay)}
          {daysLeft !== null && `, ${leftWords(daysLeft)}`}
          <span className="visually-hidden">, {t(`timeline.firmness.${firmness}`)}</span>
        </span>
        <span className="small soft">
          <a href={`#/letter/${letter.id}`}>
            <LetterName letter={letter} />
          </a>
          {who && <span> · {who}</span>}
        </span>
      </span>
      <span className="timeline-track" aria-hidden="true">
        <span className={`timeline-bar ${firmness}`} style={{ inlineSize: `${scale.at(lastDay)}%` }} />
        {sendBy && sendBy < lastDay && (
          <span className="timeline-send" style={left(scale.at(sendBy))} title={t('timeline.send')} />
        )}
        <span className={`timeline-mark ${firmness}`} style={left(scale.at(lastDay))}>
          {scale.isBeyond(lastDay) ? '›' : firmness === 'estimated' ? '?' : ''}
        </span>
      </span>
    </li>
  )
}

const kinds: Firmness[] = ['hard', 'soft', 'estimated']

const Legend = () => (
  <ul className="timeline-legend small">
    {kinds.map((kind) => (
      <li key={kind}>
        <span className={`timeline-mark ${kind}`} aria-hidden="true">
          {kind === 'estimated' ? '?' : ''}
        </span>
        {t(`timeline.firmness.${kind}`)}
      </li>
    ))}
    <li>
      <span className="timeline-send" aria-hidden="true" />
      {t('timeline.send')}
    </li>
  </ul>
)
