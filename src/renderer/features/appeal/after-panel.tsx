import { Button } from 'react-aria-components'
import { afterMailing } from '../../../shared/appeals/after-mailing.ts'
import type { AppealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { weekdayDay } from '../../i18n/format.ts'
import { LawText, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { attempt, useLaw, useLibrary } from '../../state/library-context.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { MailingForm } from './mailing-form.tsx'
import './events-form.css'

type Props = { letter: Letter; papers: AppealPapers }

/** What was sent, what comes next, and helpful documents for the meantime. */
export function AfterPanel({ letter, papers }: Props) {
  return (
    <section className="card stack" aria-label={t('appeal.after')}>
      <MailingForm letter={letter} papers={papers} />
      <Next letter={letter} papers={papers} />
      <Sheets letter={letter} />
    </section>
  )
}

function Next({ letter, papers }: Props) {
  const law = useLaw()
  const expected = afterMailing(law, letter, papers.deadlines)
  if (expected.length === 0) return null
  return (
    <div className="stack-s">
      <h3>{t('mailing.next')}</h3>
      <ul>
        {expected.map(({ what, day }) => (
          <li key={english(what)}>
            {day ? (
              <Sentence
                of="mailing.expected"
                values={{ day: weekdayDay(day) }}
                put={{ what: <LawText>{what}</LawText> }}
              />
            ) : (
              <LawText>{what}</LawText>
            )}
          </li>
        ))}
        <li>{t('mailing.nothing')}</li>
      </ul>
    </div>
  )
}

const kinds = ['call', 'summary', 'fridge'] as const
const whats = { call: 'sheets.callWhat', summary: 'sheets.summaryWhat', fridge: 'sheets.fridgeWhat' } as const

function Sheets({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const { api } = library
  async function sheet(kind: (typeof kinds)[number]): Promise<void> {
    await Promise.all([library.answers.flush(letter.id), library.events.flush(letter.id)])
    const made = await attempt(library, api['sheet:pdf']({ id: letter.id, kind }))
    if (made) saveBytes(made.value.bytes, 'application/pdf', t(`sheets.fileName.${kind}`))
  }
  async function calendar(): Promise<void> {
    saveBytes((await api['calendar:ics'](null)).text, 'text/calendar', t('sheets.fileName.calendar'))
  }
  return (
    <div className="stack-s">
      <h3>{t('sheets.title')}</h3>
      <p className="soft small">{t('sheets.hint')}</p>
      <ul className="events">
        {kinds.map((kind) => (
          <li key={kind} className="row">
            <span>
              <strong>{t(`sheets.${kind}`)}</strong>: {t(whats[kind])}
            </span>
            <Button
              className="button small"
              aria-label={t('sheets.save', { what: t(`sheets.${kind}`) })}
              onPress={() => void sheet(kind)}
            >
              {t('packet.save')}
            </Button>
          </li>
        ))}
        <li className="row">
          <span>
            <strong>{t('sheets.calendar')}</strong>: {t('sheets.calendarWhat')}
          </span>
          <Button
            className="button small"
            aria-label={t('sheets.save', { what: t('sheets.calendar') })}
            onPress={() => void calendar()}
          >
            {t('packet.save')}
          </Button>
        </li>
      </ul>
    </div>
  )
}
