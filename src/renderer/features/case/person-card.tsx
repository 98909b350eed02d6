import { useState } from 'react'
import { Button } from 'react-aria-components'
import { type CasePerson, PersonRole, personRoles, unknownPerson } from '../../../shared/model/case-person.ts'
import type { Day } from '../../../shared/model/day.ts'
import { personWords } from '../../common/people/person-words.ts'
import { longDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { notSavedByBrowser } from '../../ui/not-saved-by-browser.ts'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'

/** Who this person is to you, and who may speak for them at the IRS. */
export function PersonCard({ name }: { name: string }) {
  const people = useAnswer('people:list')
  if (!people) return null
  const person = people.find((each) => each.name === name) ?? unknownPerson(name)
  return <PersonForm person={person} />
}

type Keep = (part: Partial<CasePerson>) => Promise<boolean>

function PersonForm({ person }: { person: CasePerson }) {
  const library = useLibrary()
  const keep: Keep = async (part) => {
    const saved = await attempt(library, library.api['person:save']({ ...person, ...part }))
    if (saved) library.messages.say({ kind: 'done', text: t('save.saved') })
    return Boolean(saved)
  }
  // A choice stands from the first moment: the list falls back to what is kept only when the save fails.
  const [chosen, setChosen] = useState<{ role: PersonRole | null; over: PersonRole | null } | null>(null)
  if (chosen && chosen.over !== person.role) setChosen(null)
  const choose = async (next: PersonRole | null) => {
    setChosen({ role: next, over: person.role })
    if (!(await keep({ role: next }))) setChosen(null)
  }
  return (
    <section className="card stack" aria-label={personWords(person.name)}>
      <h2>{personWords(person.name)}</h2>
      <label className="field">
        <span className="label">{t('case.role')}</span>
        <select
          {...notSavedByBrowser}
          className="input"
          value={(chosen ?? person).role ?? ''}
          onChange={(event) => void choose(PersonRole.safeParse(event.target.value).data ?? null)}
        >
          <option value="">{t('case.roles.unknown')}</option>
          {personRoles.map((role) => (
            <option key={role} value={role}>
              {t(`case.roles.${role}`)}
            </option>
          ))}
        </select>
      </label>
      <h3>{t('case.representation')}</h3>
      <p>{representationWords(person)}</p>
      <RepresentationForm person={person} keep={keep} />
    </section>
  )
}

const forms = ['form2848', 'form8821'] as const
type FormErrors = { [F in (typeof forms)[number]]?: string }

/** Who represents the person, and since when the IRS has the form that says so. */
function RepresentationForm({ person, keep }: { person: CasePerson; keep: Keep }) {
  const [representative, setRepresentative] = useState(person.representative)
  const [days, setDays] = useState({ form2848: dayText(person.form2848), form8821: dayText(person.form8821) })
  const [errors, setErrors] = useState<FormErrors>({})
  const submit = () => {
    const form2848 = dayFromText(days.form2848)
    const form8821 = dayFromText(days.form8821)
    const wrong = t('facts.errors.date')
    setErrors({
      ...(form2848 === undefined ? { form2848: wrong } : {}),
      ...(form8821 === undefined ? { form8821: wrong } : {}),
    })
    if (form2848 !== undefined && form8821 !== undefined)
      void keep({ representative: representative.trim(), form2848, form8821 })
  }
  return (
    <form
      className="stack-s"
      aria-label={t('case.representation')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextBox
        label={t('answers.names.representativeName')}
        value={representative}
        maxLength={200}
        onChange={setRepresentative}
      />
      {forms.map((form) => (
        <TextBox
          key={form}
          label={t(`case.${form}`)}
          hint={t('case.dayHint')}
          error={errors[form]}
          value={days[form]}
          onChange={(text) => setDays({ ...days, [form]: text })}
        />
      ))}
      <div>
        <Button type="submit" className="button">
          {t('packet.save')}
        </Button>
      </div>
    </form>
  )
}

const dayText = (day: Day | null): string => (day ? longDay(day) : '')
/** undefined: no day. */
const dayFromText = (text: string): Day | null | undefined =>
  text.trim() === '' ? null : (parseDay(text) ?? undefined)

function representationWords({ form2848, form8821 }: CasePerson): string {
  if (form2848) return t('case.maySpeak', { day: longDay(form2848) })
  if (form8821) return t('case.maySee', { day: longDay(form8821) })
  return t('case.noForm')
}
