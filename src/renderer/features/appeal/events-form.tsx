import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import { type CaseEvent, LoggedKind, loggedKinds } from '../../../shared/model/case-event.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { weekdayDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useLibrary, useToday } from '../../state/library-context.tsx'
import { notSavedByBrowser } from '../../ui/not-saved-by-browser.ts'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'
import './events-form.css'

/** Case events: the dates that start or meet a deadline. */
export function EventsForm({ letter }: { letter: Letter }) {
  const { events } = useLibrary()
  const sorted = [...letter.events].sort((a, b) => a.day.localeCompare(b.day))
  const change = (next: CaseEvent[]) => events.set(letter.id, next)
  return (
    <section className="card stack" aria-labelledby="events-title">
      <div className="stack-s">
        <h3 id="events-title">{t('events.title')}</h3>
        <p className="soft small">{t('events.hint')}</p>
      </div>
      {sorted.length > 0 && (
        <ul className="events">
          {sorted.map((event) => (
            <li key={`${event.kind} ${event.day} ${event.note}`} className="row">
              <span>
                {weekdayDay(event.day)}: {t(`events.kinds.${event.kind}`)}
                {event.note && <span className="small soft"> {event.note}</span>}
              </span>
              <Button
                className="button quiet small"
                aria-label={t('events.removeNamed', {
                  what: t(`events.kinds.${event.kind}`),
                  day: weekdayDay(event.day),
                })}
                onPress={() => change(letter.events.filter((each) => each !== event))}
              >
                {t('actions.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddEvent onAdd={(event) => change([...letter.events.filter((each) => !same(each, event)), event])} />
    </section>
  )
}

/** Two calls on one day are two calls. */
const same = (a: CaseEvent, b: CaseEvent): boolean =>
  a.kind === b.kind && a.day === b.day && (a.kind !== 'phoneCall' || a.note === b.note)

/** The fields of the call sheet, in its order. */
const callParts = ['who', 'time', 'promised'] as const
type Call = Record<(typeof callParts)[number], string>
const noCall: Call = { who: '', time: '', promised: '' }

const callNote = (call: Call): string[] =>
  callParts.flatMap((part) => {
    const said = call[part].trim()
    return said ? [t(`events.callNote.${part}`, { said })] : []
  })

/** Every other kind of event lies in the past. */
const mayBeAhead: ReadonlySet<LoggedKind> = new Set(['saleSet'])

const KindChoice = ({ kind, onChoose }: { kind: LoggedKind; onChoose: (kind: LoggedKind) => void }) => (
  <label className="field">
    <span className="label">{t('events.what')}</span>
    <select
      {...notSavedByBrowser}
      className="input"
      value={kind}
      onChange={(event) => onChoose(LoggedKind.parse(event.target.value))}
    >
      {loggedKinds.map((each) => (
        <option key={each} value={each}>
          {t(`events.kinds.${each}`)}
        </option>
      ))}
    </select>
  </label>
)

function AddEvent({ onAdd }: { onAdd: (event: CaseEvent) => void }) {
  const today = useToday()
  const [kind, setKind] = useState<LoggedKind>('conferenceRequested')
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const [call, setCall] = useState(noCall)
  const [error, setError] = useState<string>()
  const day = parseDay(text)
  function add(event: FormEvent): void {
    event.preventDefault()
    const isAhead = day !== null && day > today && !mayBeAhead.has(kind)
    const wrong = !day ? t('facts.errors.date') : isAhead ? t('events.future') : undefined
    setError(wrong)
    if (!day || wrong) return
    onAdd({
      kind,
      day,
      note: [...(kind === 'phoneCall' ? callNote(call) : []), note.trim()].filter(Boolean).join('; '),
    })
    setText('')
    setNote('')
    setCall(noCall)
  }
  return (
    <form className="add-event" onSubmit={add} noValidate aria-label={t('events.add')}>
      <KindChoice kind={kind} onChoose={setKind} />
      <TextBox
        label={t('events.day')}
        hint={day ? weekdayDay(day) : t('events.dayHint')}
        error={error}
        value={text}
        onChange={setText}
      />
      {kind === 'phoneCall' &&
        callParts.map((part) => (
          <TextBox
            key={part}
            label={t(`events.call.${part}`)}
            value={call[part]}
            onChange={(value) => setCall({ ...call, [part]: value })}
            maxLength={300}
          />
        ))}
      <TextBox
        label={t('events.note')}
        hint={t('events.noteHint')}
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
      <Button type="submit" className="button">
        {t('events.add')}
      </Button>
    </form>
  )
}
