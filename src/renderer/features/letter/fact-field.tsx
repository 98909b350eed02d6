import { type FactToCheck, factsToCheck } from '../../../shared/letters/facts-to-check.ts'
import { Day } from '../../../shared/model/day.ts'
import { type FactName, isOfKind, noFacts } from '../../../shared/model/facts.ts'
import type { Reading } from '../../../shared/model/letter.ts'
import { assertNever } from '../../../shared/model/result.ts'
import { changeFact, type FactError, isMustCheck, textFromFact } from '../../common/letter/facts-draft.ts'
import { longDay, money, weekdayDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import type { FactsDraft } from '../../state/drafts.ts'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'
import { Tick } from '../../ui/tick.tsx'
import { NoticeChoice } from './notice-choice.tsx'
import './fact-field.css'

type FactFieldProps = {
  name: FactName
  draft: FactsDraft
  reading: Reading | null
  today: Day
  error: FactError | undefined
  onChange: (draft: FactsDraft) => void
  onFocus: (name: FactName) => void
}

/** One fact with where it comes from; its place on the scan lights up while it has the focus. */
export function FactField(props: FactFieldProps) {
  const { name, draft, today, onChange, onFocus } = props
  const value = draft.text[name]
  const source = sourceOf(props)
  const isLookedAt = isMustCheck(name) ? draft.checked[name] === true : source.kind === 'typed'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the focus of the field inside
    <div
      className={`fact ${source.kind} ${isLookedAt ? 'looked-at' : ''}`}
      data-fact={name}
      onFocus={() => onFocus(name)}
    >
      <FactControl {...props} />
      {isOfKind(name, 'day') && <DayWords name={name} draft={draft} today={today} />}
      <p className="fact-source small">
        <span className={`tag ${source.kind === 'check' ? 'check' : ''}`}>
          {t(`facts.source.${source.kind}`)}
        </span>
        {source.raw && <span className="soft">{source.raw}</span>}
      </p>
      {isMustCheck(name) && (
        <Tick
          selected={draft.checked[name] === true}
          onChange={(checked) => onChange({ ...draft, checked: { ...draft.checked, [name]: checked } })}
        >
          {t(value ? `facts.tick.${name}` : `facts.tickNone.${name}`)}
        </Tick>
      )}
    </div>
  )
}

/** The box of one fact, to type or to choose in. */
export function FactControl({
  name,
  draft,
  error,
  onChange,
}: Pick<FactFieldProps, 'name' | 'draft' | 'error' | 'onChange'>) {
  const change = (value: string) => onChange(changeFact(draft, name, value))
  if (isOfKind(name, 'notice')) return <NoticeChoice value={draft.text[name]} onChange={change} />
  return (
    <TextBox
      label={t(`facts.names.${name}`)}
      hint={isOfKind(name, 'day') || isOfKind(name, 'periods') ? t(`facts.hints.${name}`) : undefined}
      error={error && t(`facts.errors.${error}`)}
      value={draft.text[name]}
      onChange={change}
      multiline={isOfKind(name, 'lines')}
    />
  )
}

/** A date in full, with its weekday, so that a wrong month is seen; and a word when the date looks odd. */
function DayWords({ name, draft, today }: Pick<FactFieldProps, 'name' | 'draft' | 'today'>) {
  const day = parseDay(draft.text[name])
  if (!day) return null
  const noticeDate = parseDay(draft.text.noticeDate)
  const odd =
    name === 'noticeDate'
      ? day > today && t('facts.odd.future')
      : noticeDate !== null && day < noticeDate && t('facts.odd.beforeNotice')
  return (
    <>
      <p className="small soft">{weekdayDay(day)}</p>
      {odd && (
        <p className="small fact-odd" role="status">
          {odd}
        </p>
      )}
    </>
  )
}

/** A day stays the same when the screen's language, and with it the way to write it, changes. */
const isSameText = (name: FactName, text: string, read: string): boolean =>
  text === read || (isOfKind(name, 'day') && read !== '' && parseDay(text) === parseDay(read))

type Source = { kind: 'sure' | 'check' | 'missing' | 'typed'; raw: string | null }

function sourceOf({ name, draft, reading, today }: FactFieldProps): Source {
  const read = textFromFact(reading?.facts ?? noFacts, name)
  if (!isSameText(name, draft.text[name], read))
    return { kind: 'typed', raw: read ? t('facts.was', { text: read }) : null }
  const evidence = reading?.evidence[name]
  if (read === '') return { kind: 'missing', raw: null }
  if (!evidence) return { kind: 'check', raw: null }
  const raw = t('facts.readAs', { page: evidence.page, text: evidence.raw })
  const toCheck = reading && factsToCheck(reading, today).find((fact) => fact.name === name)
  return toCheck ? { kind: 'check', raw: [raw, doubtWords(toCheck)].join(' ').trim() } : { kind: 'sure', raw }
}

/** Print that was hard to read has no words of its own, and odd days have theirs below the field. */
export function doubtWords({ name, reason, other }: FactToCheck): string {
  const amount = other === null ? '' : otherWords(name, other)
  switch (reason) {
    case 'sum':
      return other === null ? t('facts.doubt.sumUnread') : t('facts.doubt.sum', { other: amount })
    case 'no-cents':
      return t('facts.doubt.noCents')
    case 'below-part':
      return other === null ? t('facts.doubt.belowPart') : t('facts.doubt.belowPartOther', { other: amount })
    case 'two-places':
      return t('facts.doubt.twoPlaces', { other: amount })
    case 'two-readings':
      return other === null
        ? t('facts.doubt.twoReadingsUnread')
        : t('facts.doubt.twoReadings', { other: amount })
    case 'one-reading':
      return t('facts.doubt.oneReading')
    case 'unclear':
    case 'cut-off':
    case 'future':
    case 'before-period':
    case 'before-letter':
    case 'long-after-letter':
      return ''
    default:
      return assertNever(reason, 'reason to check')
  }
}

function otherWords(name: FactName, other: string): string {
  if (isOfKind(name, 'money')) return money(other)
  return isOfKind(name, 'day') ? longDay(Day.parse(other)) : other
}
