import { useMemo } from 'react'
import { EmptyLetters } from '../../common/add-letters/empty-letters.tsx'
import { NextTable } from '../../common/next-days/next-table.tsx'
import { t } from '../../i18n/words.ts'
import { useClockDoubt, useLetters, useToday } from '../../state/library-context.tsx'
import { hashFromRoute } from '../../state/route.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { NewGroup } from './new-group.tsx'
import { newLetters } from './new-letters.ts'
import { type PersonAhead, rowOf, usePeople } from './people-ahead.ts'
import { PersonSection } from './person-section.tsx'
import './home-screen.css'
import '../../common/letter/view-links.css'

/** With more people than these, each is one row. */
const fewPeople = 3

/** The first screen: what came in, and this week's next day of each person of the library. */
export function HomeScreen() {
  const letters = useLetters()
  const removed = letters.filter((letter) => letter.removed).length
  const present = letters.length - removed
  return (
    <div className="screen stack home">
      {present === 0 ? <EmptyLetters /> : <ThisWeek count={present} />}
      {removed > 0 && (
        <p>
          <a href="#/trash">{t('trash.link', { count: removed })}</a>
        </p>
      )}
    </div>
  )
}

/** For a helper: the days of the other libraries too. */
function ClinicLink() {
  const state = useAnswer('helper:state')
  return state?.keys === 'locked' || state?.keys === 'open' ? <a href="#/clinic">{t('clinic.to')}</a> : null
}

function ThisWeek({ count }: { count: number }) {
  const letters = useLetters()
  const today = useToday()
  const people = usePeople()
  const fresh = useMemo(() => newLetters(letters, today), [letters, today])
  return (
    <>
      <header className="row home-head">
        <PageTitle title={t('home.title')} />
        <nav className="row" aria-label={t('home.places')}>
          <a href={hashFromRoute({ screen: 'letters', view: null })}>{t('home.allLetters', { count })}</a>
          <a href="#/deadlines">{t('home.allDeadlines')}</a>
          <ClinicLink />
        </nav>
      </header>
      <NewGroup letters={fresh} />
      {people.length > fewPeople ? (
        <PeopleTable people={people} />
      ) : (
        people.map((each) => <PersonSection key={each.person} {...each} isOnly={people.length === 1} />)
      )}
    </>
  )
}

function PeopleTable({ people }: { people: PersonAhead[] }) {
  const today = useToday()
  const doubt = useClockDoubt()
  const rows = people.map((each) => rowOf(each, doubt))
  return (
    <section className="card" aria-label={t('case.people')}>
      <NextTable label={t('case.people')} who={t('views.person')} {...{ rows, today }} />
    </section>
  )
}
