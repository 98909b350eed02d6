import type { Checklist } from '../../shared/model/appeal.ts'
import { Day } from '../../shared/model/day.ts'
import { weekdayDay } from '../ui/format.ts'
import { t } from '../ui/words.ts'

/** What to fill, say, enclose and send; the printed packet carries the same list with boxes for a pen. */
export function ChecklistView({ steps }: { steps: Checklist }) {
  return (
    <section className="card stack" aria-label={t('appeal.checklist')}>
      <h3>{steps.title}</h3>
      {steps.groups.map((group) => (
        <div key={group.heading} className="stack-s">
          <h4>{group.heading}</h4>
          <ul className="checklist">
            {group.steps.map((step) => (
              <li key={step.id}>
                {step.text}
                {step.by && (
                  <strong className="small">
                    {t('checklist.by', { day: weekdayDay(Day.parse(step.by)) })}
                  </strong>
                )}
                {step.source && <span className="small soft">{step.source}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
