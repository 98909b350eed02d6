import { useMemo } from 'react'
import { aheadOf } from '../../../shared/telling/ahead.ts'
import { tellAll } from '../../../shared/telling/tell-all.ts'
import { rowOfLetter } from '../../common/next-days/next-row.ts'
import { NextTable } from '../../common/next-days/next-table.tsx'
import { personWords } from '../../common/people/person-words.ts'
import { SpecialCard } from '../../common/special/special-card.tsx'
import { t } from '../../i18n/words.ts'
import { useClockDoubt, useLaw, useLetters, useToday } from '../../state/library-context.tsx'
import { hashFromRoute } from '../../state/route.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { type CaseFile, caseFiles } from './case-file.ts'
import { CaseLog } from './case-log.tsx'
import { PersonCard } from './person-card.tsx'
import { ThreadCard } from './thread-card.tsx'
import './case-screen.css'
import '../../common/letter/view-links.css'

/** One person's whole case: who it is and who speaks for them, each tax year with its letters, and what happened. */
export function CaseScreen({ person }: { person: string | null }) {
  const law = useLaw()
  const letters = useLetters()
  const files = useMemo(() => caseFiles(law, letters), [law, letters])
  const shown = files.find(({ addresses }) => person !== null && addresses.includes(person)) ?? largest(files)
  return (
    <div className="screen stack">
      <PageTitle
        key={shown?.person}
        title={shown ? personWords(shown.person) || t('case.nobody') : t('case.title')}
      />
      {shown ? (
        <>
          {files.length > 1 && <People files={files} shown={shown} />}
          <ToDo file={shown} />
          <div className="case-columns">
            <div className="stack">
              {shown.threads.map((thread) => (
                <ThreadCard key={thread.period ?? ''} thread={thread} />
              ))}
            </div>
            <div className="stack">
              {shown.person !== '' && <PersonCard key={shown.person} name={shown.person} />}
              {shown.threads[0]?.letters[0] && (
                <SpecialCard letter={shown.threads[0].letters[0]} open={false} />
              )}
              <CaseLog key={`log ${shown.person}`} file={shown} />
            </div>
          </div>
        </>
      ) : (
        <p>{t('case.empty')}</p>
      )}
    </div>
  )
}

/** What is due, what the IRS has to answer, and what did not open; then the days of everybody, one link away. */
function ToDo({ file }: { file: CaseFile }) {
  const law = useLaw()
  const letters = useLetters()
  const today = useToday()
  const doubt = useClockDoubt()
  const { due, waiting, unread } = aheadOf(file.letters, tellAll(law, letters, today))
  const rows = [...due, ...waiting, ...unread].map((told) => rowOfLetter(told, doubt))
  return (
    <section className="card stack-s" aria-label={t('case.ahead')}>
      <header className="row case-ahead">
        <h2>{t('case.ahead')}</h2>
        <a href="#/deadlines">{t('home.allDeadlines')}</a>
      </header>
      {due.length === 0 && <p>{t('home.nothingDue')}</p>}
      {rows.length > 0 && <NextTable label={t('case.ahead')} who={null} {...{ rows, today }} />}
    </section>
  )
}

const lettersOf = (file: CaseFile): number => new Set(file.threads.flatMap(({ letters }) => letters)).size
const largest = (files: CaseFile[]): CaseFile | undefined =>
  [...files].sort((a, b) => lettersOf(b) - lettersOf(a))[0]

const People = ({ files, shown }: { files: CaseFile[]; shown: CaseFile }) => (
  <nav className="row people" aria-label={t('case.people')}>
    {files.map((file) => (
      <a
        key={file.person}
        className="button small"
        href={hashFromRoute({ screen: 'case', person: file.addresses[0] })}
        aria-current={file === shown ? 'page' : undefined}
      >
        {personWords(file.person) || t('case.nobody')} <span className="view-count">{lettersOf(file)}</span>
      </a>
    ))}
  </nav>
)
