import { useState } from 'react'
import type { Checklist, ChecklistStep } from '../../../shared/appeals/draft.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Message } from '../../../shared/i18n/message.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { weekdayDay } from '../../i18n/format.ts'
import { LawText, lawWords } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLibrary, useToday } from '../../state/library-context.tsx'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'
import { Tick } from '../../ui/tick.tsx'
import './checklist-view.css'

type Props = { letter: Letter; checklist: Checklist }

/**
 * What to fill in, say, enclose and send, with checkboxes; the printed packet has the same list with the same dates.
 */
export function ChecklistView({ letter, checklist }: Props) {
  const steps = checklist.groups.flatMap((group) => group.steps).filter((step) => !step.isNote)
  const done = steps.filter((step) => step.done).length
  return (
    <section className="card stack" aria-label={t('appeal.checklist')}>
      <div className="stack-s">
        <h3>
          <LawText>{checklist.title}</LawText>
        </h3>
        <p className="small" role="status">
          {t('checklist.progress', { done, of: steps.length })}
        </p>
      </div>
      {checklist.groups.map((group) => (
        <div key={english(group.heading)} className="stack-s">
          <h4>
            <LawText>{group.heading}</LawText>
          </h4>
          <ul className="checklist">
            {group.steps.map((step) => (
              <Step key={step.id} step={step} letter={letter} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Step({ step, letter }: { step: ChecklistStep; letter: Letter }) {
  const { answers } = useLibrary()
  const today = useToday()
  const said = letter.answers.done.find((each) => each.step.trim() === step.id)
  const others = letter.answers.done.filter((each) => each.step.trim() !== step.id)
  const say = (day: Day | null) => {
    const done = day ? [...others, { step: step.id, day }] : others
    answers.set(letter.id, { ...letter.answers, done })
  }
  // Steps known from a recorded event are not checked by hand.
  const isKnown = step.done !== null && !said
  return (
    <li className={step.isNote ? 'note' : undefined}>
      {step.isNote || isKnown ? (
        <StepText step={step} />
      ) : (
        <Tick selected={said !== undefined} onChange={(on) => say(on ? today : null)}>
          <StepText step={step} />
        </Tick>
      )}
      {isKnown && step.done && (
        <p className="small step-day">{t('checklist.known', { day: weekdayDay(step.done) })}</p>
      )}
      {said && <DoneDay day={said.day} step={step.text} onChange={say} />}
    </li>
  )
}

const StepText = ({ step }: { step: ChecklistStep }) => (
  <span className="step">
    <LawText>{step.text}</LawText>
    {step.by && <strong className="small">{t('checklist.by', { day: weekdayDay(step.by) })}</strong>}
    {step.source && (
      <span className="small soft">
        <LawText>{step.source}</LawText>
      </span>
    )}
  </span>
)

/** The date of a checked step: today unless the person enters another one. */
function DoneDay({ day, step, onChange }: { day: Day; step: Message; onChange: (day: Day) => void }) {
  const today = useToday()
  const [text, setText] = useState<string | null>(null)
  const parsed = text === null ? day : parseDay(text)
  const wrong = !parsed ? t('facts.errors.date') : parsed > today ? t('events.future') : undefined
  function change(next: string): void {
    setText(next)
    const said = parseDay(next)
    if (said && said <= today) onChange(said)
  }
  return (
    <div className="step-day">
      <TextBox
        label={t('checklist.doneOn')}
        accessibleName={t('checklist.doneOnNamed', { step: lawWords(step) })}
        error={wrong}
        value={text ?? weekdayDay(day)}
        onChange={change}
      />
    </div>
  )
}
