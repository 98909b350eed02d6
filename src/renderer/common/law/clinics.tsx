import { type Clinic, clinicsOf, stateNames, stateOfLetter } from '../../../shared/model/clinic.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { list, longDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useLetters } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'

/** Free or low-cost clinics in the state of this letter, or of all letters; until there is a list, how to get it. */
export function Clinics({ letter }: { letter?: Letter | undefined }) {
  const clinicList = useAnswer('clinics:list')
  const letters = useLetters()
  if (!clinicList)
    return (
      <p className="small soft">
        {t('clinics.none')} <a href="#/settings">{t('clinics.toSettings')}</a>
      </p>
    )
  const own = letter ? [letter] : letters.filter(({ removed }) => !removed)
  const states = [...new Set(own.flatMap((each) => stateOfLetter(each) ?? []))].sort()
  const from = t('clinics.from', {
    revision: clinicList.revision ?? t('clinics.noRevision'),
    day: longDay(clinicList.addedOn),
  })
  return (
    <div className="stack-s clinics">
      {states.map((state) => (
        <InState key={state} state={state} clinics={clinicsOf(clinicList, state)} />
      ))}
      <p className="small soft">{states.length === 0 ? `${t('clinics.noState')} ${from}` : from}</p>
    </div>
  )
}

function InState({ state, clinics }: { state: string; clinics: Clinic[] }) {
  const name = stateNames[state] ?? state
  return (
    <div className="stack-s">
      <h3>{t('clinics.inState', { state: name })}</h3>
      {clinics.length === 0 && <p>{t('clinics.noneInState')}</p>}
      <ul>
        {clinics.map((clinic) => (
          <li key={`${clinic.name} ${clinic.city}`}>
            <strong>{clinic.name}</strong>
            {clinic.city && `, ${clinic.city}`}: {clinic.phones.join(', ')}
            {clinic.languages.length > 0 &&
              `. ${t('clinics.languages', { languages: list(clinic.languages) })}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
