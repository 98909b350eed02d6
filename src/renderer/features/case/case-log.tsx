import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { LetterName } from '../../common/letter/letter-title.tsx'
import { longDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useLibrary, useToday } from '../../state/library-context.tsx'
import { notSavedByBrowser } from '../../ui/not-saved-by-browser.ts'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'
import type { CaseEntry, CaseFile } from './case-file.ts'
import './case-screen.css'

/** All that happened, newest first, and a place to write down a call while it is fresh. */
export function CaseLog({ file }: { file: CaseFile }) {
  const calls = file.entries.filter((entry) => entry.kind === 'event' && entry.event.kind === 'phoneCall')
  const papers = file.entries.filter(({ kind }) => kind === 'mailing')
  return (
    <section className="card stack" aria-label={t('case.log')}>
      <h2>{t('case.log')}</h2>
      <CallForm file={file} />
      <Entries title={t('case.calls')} entries={calls} none={t('case.noCalls')} />
      <Entries title={t('case.papers')} entries={papers} none={t('case.noPapers')} />
      <Entries
        title={t('case.events')}
        entries={file.entries.filter((entry) => !calls.includes(entry) && !papers.includes(entry))}
        none={t('case.noEvents')}
      />
    </section>
  )
}

function Entries({ title, entries, none }: { title: string; entries: CaseEntry[]; none: string }) {
  return (
    <div className="stack-s">
      <h3>{title}</h3>
      {entries.length === 0 && <p className="soft">{none}</p>}
      <ul className="case-entries">
        {entries.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} />
        ))}
      </ul>
    </div>
  )
}

const keyOf = (entry: CaseEntry): string =>
  JSON.stringify([entry.letter.id, entry.day, entry.kind === 'event' ? entry.event : entry.mailing])

function Entry({ entry }: { entry: CaseEntry }) {
  const what =
    entry.kind === 'event'
      ? t(`events.kinds.${entry.event.kind}`)
      : `${t('case.sent')}: ${t(`mailing.ways.${entry.mailing.how}`)} ${entry.mailing.number}`.trim()
  return (
    <li>
      <span className="small soft">{longDay(entry.day)}</span>
      <span>
        {what}{' '}
        <a className="small" href={`#/letter/${entry.letter.id}`}>
          <LetterName letter={entry.letter} />
        </a>
      </span>
      {entry.kind === 'event' && entry.event.note && <span className="case-note">{entry.event.note}</span>}
    </li>
  )
}

/** A call belongs to a letter; the newest is proposed. */
function CallForm({ file }: { file: CaseFile }) {
  const { events } = useLibrary()
  const today = useToday()
  const letters = [...new Set(file.threads.flatMap((thread) => thread.letters.toReversed()))]
  const [id, setId] = useState<string>(letters[0]?.id ?? '')
  const [day, setDay] = useState(longDay(today))
  const [note, setNote] = useState('')
  const [error, setError] = useState<string>()
  const submit = () => {
    const on = parseDay(day)
    const letter = letters.find((each) => each.id === id)
    if (!on || on > today || !letter) return setError(t(on ? 'events.future' : 'facts.errors.date'))
    const before = events.typed(letter.id) ?? letter.events
    events.set(letter.id, [...before, { kind: 'phoneCall', day: on, note: note.trim() }])
    void events.flushAll()
    setError(undefined)
    setNote('')
  }
  return (
    <form
      className="stack-s"
      aria-label={t('case.addCall')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{t('case.addCall')}</h3>
      <LetterSelect letters={letters} value={id} onChange={setId} />
      <TextBox
        label={t('events.day')}
        hint={t('events.dayHint')}
        error={error}
        value={day}
        onChange={setDay}
      />
      <TextBox
        label={t('events.note')}
        hint={t('events.callHint')}
        multiline
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
      <div>
        <Button type="submit" className="button">
          {t('mailing.add')}
        </Button>
      </div>
    </form>
  )
}

type SelectProps = { letters: Letter[]; value: string; onChange: (id: string) => void }

function LetterSelect({ letters, value, onChange }: SelectProps) {
  const law = useLaw()
  return (
    <label className="field">
      <span className="label">{t('case.about')}</span>
      <select
        className="input"
        {...notSavedByBrowser}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {letters.map((letter) => (
          <option key={letter.id} value={letter.id}>
            {letterTitle(law, letter)}
          </option>
        ))}
      </select>
    </label>
  )
}
