import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import type { AppealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { placeLine } from '../../../shared/appeals/where-to-send.ts'
import { english } from '../../../shared/i18n/english.ts'
import { getRule } from '../../../shared/law/law.ts'
import type { Day } from '../../../shared/model/day.ts'
import { ExhibitId, type Mailing, mailingWays } from '../../../shared/model/exhibit.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { weekdayDay } from '../../i18n/format.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { attempt, useLaw, useLibrary, useToday } from '../../state/library-context.tsx'
import { notSavedByBrowser } from '../../ui/not-saved-by-browser.ts'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'
import './events-form.css'
import { FileChoice } from '../../ui/file-choice.tsx'

type Props = { letter: Letter; papers: AppealPapers }

/** The mailing log. Each date also becomes a case event that deadlines are counted from. */
export function MailingForm({ letter, papers }: Props) {
  const { save, attach } = useMailings(letter)
  return (
    <div className="stack-s">
      <h3>{t('mailing.title')}</h3>
      <p className="soft small">{t('mailing.hint')}</p>
      {letter.mailings.length > 0 && (
        <ul className="events">
          {letter.mailings.map((mailing, index) => (
            <li key={`${mailing.day} ${mailing.how} ${mailing.number}`} className="row">
              <span>
                {t('mailing.entry', {
                  day: weekdayDay(mailing.day),
                  what: mailing.what,
                  how: t(`mailing.ways.${mailing.how}`),
                  number: mailing.number,
                })}{' '}
                <span className="small soft">
                  {t(mailing.receipt ? 'mailing.receipt' : 'mailing.noReceipt')}
                </span>
              </span>
              <span className="row">
                <FileChoice onChoose={(files) => void attach(index, files)}>
                  <Button className="button small">{t('files.receiptAdd')}</Button>
                </FileChoice>
                <Button
                  className="button quiet small"
                  aria-label={t('mailing.removeNamed', { day: weekdayDay(mailing.day) })}
                  onPress={() => void save(letter.mailings.filter((_, at) => at !== index))}
                >
                  {t('actions.remove')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <AddMailing letter={letter} papers={papers} onAdd={(mailing) => save([...letter.mailings, mailing])} />
    </div>
  )
}

function useMailings(letter: Letter) {
  const library = useLibrary()
  const { api } = library
  async function save(mailings: Mailing[]): Promise<void> {
    await attempt(library, api['letter:record-mailings']({ id: letter.id, mailings }))
    await library.refresh()
  }
  async function attach(index: number, files: File[]): Promise<void> {
    const [file] = files ?? []
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const input = {
      letter: letter.id,
      title: file.name,
      role: 'receipt' as const,
      fileName: file.name,
      bytes,
    }
    const added = await attempt(library, api['exhibit:add'](input))
    if (!added) return
    const receipt = ExhibitId.parse(added.value.id)
    await save(letter.mailings.map((each, at) => (at === index ? { ...each, receipt } : each)))
  }
  return { save, attach }
}

function AddMailing({ letter, papers, onAdd }: Props & { onAdd: (mailing: Mailing) => Promise<void> }) {
  const { events } = useLibrary()
  const today = useToday()
  const [how, setHow] = useState<Mailing['how']>('certified')
  const [number, setNumber] = useState('')
  const [to, setTo] = useState(placeLine(papers.draft.whereToSend))
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const { form, title } = papers.draft
  function record(day: Day): void {
    const kind = form === '12153' ? 'hearingRequestMailed' : 'appealMailed'
    const known = letter.events.some((event) => event.kind === kind && event.day === day)
    if (!known) events.set(letter.id, [...letter.events, { kind, day, note: '' }])
  }
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    const day = parseDay(text)
    const wrong = !day ? t('facts.errors.date') : day > today ? t('events.future') : undefined
    setError(wrong)
    if (!day || wrong) return
    await onAdd({
      day,
      how,
      what: `Form ${form}, ${english(title)}`,
      to,
      number: number.trim(),
      receipt: null,
    })
    record(day)
    setText('')
    setNumber('')
  }
  return (
    <form
      className="add-event"
      onSubmit={(event) => void add(event)}
      noValidate
      aria-label={t('mailing.title')}
    >
      <HowSelect value={how} onChange={setHow} />
      <OnTimeNote how={how} />
      <TextBox label={t('mailing.number')} value={number} onChange={setNumber} maxLength={100} />
      <TextBox label={t('mailing.to')} value={to} onChange={setTo} maxLength={500} />
      <TextBox
        label={t('mailing.day')}
        hint={t('events.dayHint')}
        error={error}
        value={text}
        onChange={setText}
      />
      <Button type="submit" className="button">
        {t('mailing.add')}
      </Button>
    </form>
  )
}

/** What counts as on time depends on the way: listed services alone, and the day of arrival where nothing is postmarked. */
function OnTimeNote({ how }: { how: Mailing['how'] }) {
  const law = useLaw()
  const rule = ruleOfWay[how]
  return (
    rule && (
      <p className="callout small">
        <LawText>{getRule(law, rule).statement}</LawText>
      </p>
    )
  )
}

const ruleOfWay: Record<Mailing['how'], string | null> = {
  certified: null,
  fax: 'T-5',
  hand: 'T-5',
  upload: 'T-5',
  carrier: 'T-3',
  phone: null,
}

function HowSelect(props: { value: Mailing['how']; onChange: (how: Mailing['how']) => void }) {
  return (
    <label className="field">
      <span className="label">{t('mailing.how')}</span>
      <select
        {...notSavedByBrowser}
        className="input"
        value={props.value}
        onChange={(event) =>
          props.onChange(mailingWays.find((each) => each === event.target.value) ?? 'certified')
        }
      >
        {mailingWays.map((each) => (
          <option key={each} value={each}>
            {t(`mailing.ways.${each}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
