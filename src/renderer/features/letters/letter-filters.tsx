import { type ReactNode, useMemo } from 'react'
import { personWords } from '../../common/people/person-words.ts'
import { t } from '../../i18n/words.ts'
import type { LetterFilter } from '../../state/drafts.ts'
import { useLetters } from '../../state/library-context.tsx'
import { notSavedByBrowser } from '../../ui/not-saved-by-browser.ts'
import { filterChoices } from './letter-filter.ts'
import './letter-filters.css'

type Props = { filter: LetterFilter; onChange: (filter: LetterFilter) => void }

/** By person and by year, once there is more than one to choose from. */
export function LetterFilters({ filter, onChange }: Props) {
  const letters = useLetters()
  const { persons, years } = useMemo(
    () => filterChoices(letters.filter(({ removed }) => !removed)),
    [letters],
  )
  return (
    <div className="row letter-filters">
      {(persons.length > 1 || filter.person) && (
        <Filter
          label={t('views.person')}
          value={filter.person}
          onChange={(person) => onChange({ ...filter, person })}
        >
          <option value="">{t('views.everybody')}</option>
          {persons.map((person) => (
            <option key={person} value={person}>
              {personWords(person)}
            </option>
          ))}
        </Filter>
      )}
      {(years.length > 1 || filter.year) && (
        <Filter
          label={t('views.year')}
          value={filter.year}
          onChange={(year) => onChange({ ...filter, year })}
        >
          <option value="">{t('views.allYears')}</option>
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </Filter>
      )}
    </div>
  )
}

function Filter(props: {
  label: string
  value: string | null
  onChange: (value: string | null) => void
  children: ReactNode
}) {
  return (
    <label className="letter-filter">
      <span className="small soft">{props.label}</span>
      <select
        {...notSavedByBrowser}
        className="input"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value || null)}
      >
        {props.children}
      </select>
    </label>
  )
}
