import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Day } from '../../../shared/model/day.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { longDay, weekdayDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useLibrary, useToday } from '../../state/library-context.tsx'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'
import { conferenceTrack, type TrackStep, type TrackStop, trackEvents } from './conference-track.ts'
import './conference-strip.css'

/**
 * Progress of the manager conference (requested, held, IRS notified, form sent), with the next deadline and what
 * happened so far.
 */
export function ConferenceStrip({ letter }: { letter: Letter }) {
  const { events } = useLibrary()
  const law = useLaw()
  const today = useToday()
  const [asking, setAsking] = useState<TrackStep | null>(null)
  const typed = { ...letter, events: events.typed(letter.id) ?? letter.events }
  const track = conferenceTrack(law, typed, today)
  if (!track) return null
  const record = (step: TrackStep, day: Day) => {
    events.set(letter.id, [...typed.events, { kind: trackEvents[step], day, note: '' }])
    void events.flushAll()
    setAsking(null)
  }
  const takeBack = (step: TrackStep) => {
    events.set(
      letter.id,
      typed.events.filter(({ kind }) => kind !== trackEvents[step]),
    )
    void events.flushAll()
  }
  const open = track.filter(({ state }) => state === 'now')
  return (
    <section className="card stack conference" aria-label={t('conference.title')}>
      <h3>{t('conference.title')}</h3>
      <ol className="strip">
        {track.map((stop) => (
          <Stop key={stop.step} stop={stop} onTakeBack={takeBack} />
        ))}
      </ol>
      {open.length > 0 && (
        <div className="stack-s">
          <h4>{t('conference.happened')}</h4>
          <div className="row">
            {open.map(({ step }) => (
              <Button key={step} className="button small" onPress={() => setAsking(step)}>
                {t(`conference.say.${step}`)}
              </Button>
            ))}
          </div>
          {asking && <WhichDay key={asking} step={asking} onDay={(day) => record(asking, day)} />}
        </div>
      )}
    </section>
  )
}

function Stop({ stop, onTakeBack }: { stop: TrackStop; onTakeBack: (step: TrackStep) => void }) {
  const { step, state, day, by } = stop
  return (
    <li className={`strip-stop ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="strip-mark" aria-hidden="true">
        {state === 'done' ? '✓' : ''}
      </span>
      <strong>{t(`conference.steps.${step}`)}</strong>
      {day && (
        <span className="small">
          {t('conference.on', { day: longDay(day) })}{' '}
          <Button
            className="button quiet small"
            aria-label={t('conference.takeBackNamed', { what: t(`conference.steps.${step}`) })}
            onPress={() => onTakeBack(step)}
          >
            {t('conference.takeBack')}
          </Button>
        </span>
      )}
      {!day && state === 'skipped' && <span className="small soft">{t('conference.skipped')}</span>}
      {!day && state !== 'skipped' && by?.lastDay && (
        <span className="small">
          {dayWords(step, by.state === 'late' || by.state === 'passed', by.lastDay)}
        </span>
      )}
    </li>
  )
}

const dayWords = (step: TrackStep, over: boolean, day: Day): string => {
  if (step === 'held')
    return t(over ? 'conference.notCalled' : 'conference.callsBy', { day: weekdayDay(day) })
  return t(over ? 'conference.wasBy' : 'conference.by', { day: weekdayDay(day) })
}

/** Defaults to today; a future date is rejected. */
function WhichDay({ step, onDay }: { step: TrackStep; onDay: (day: Day) => void }) {
  const today = useToday()
  const [text, setText] = useState(longDay(today))
  const [error, setError] = useState<string>()
  const submit = () => {
    const day = parseDay(text)
    if (!day) return setError(t('facts.errors.date'))
    if (day > today) return setError(t('events.future'))
    onDay(day)
  }
  return (
    <form
      className="row which-day"
      aria-label={t(`conference.say.${step}`)}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextBox
        label={t('events.day')}
        hint={t('events.dayHint')}
        error={error}
        value={text}
        onChange={setText}
      />
      <Button type="submit" className="button primary">
        {t('mailing.add')}
      </Button>
    </form>
  )
}
