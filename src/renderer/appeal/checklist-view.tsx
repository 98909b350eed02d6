import type { Checklist } from '../../shared/model/appeal.ts'
import { Day } from '../../shared/model/day.ts'
import { weekdayDay } from '../ui/format.ts'
import { LawText } from '../ui/law-text.tsx'
import { t } from '../ui/words.ts'

/** What to fill, say, enclose and send; the printed packet carries the same list with boxes for a pen. */
export function ChecklistView({ steps }: { steps: Checklist }) {
  return (
    <section className="card stack" aria-label={t('appeal.checklist')}>
      <h3>
        <LawText>{steps.title}</LawText>
      </h3>
      {steps.groups.map((group) => (
        <div key={group.heading} className="stack-s">
          <h4>
            <LawText>{group.heading}</LawText>
          </h4>
          <ul className="checklist">
            {group.steps.map((step) => (
              <li key={step.id}>
                <LawText>{step.text}</LawText>
                {step.by && (
                  <strong className="small">
                    {t('checklist.by', { day: weekdayDay(Day.parse(step.by)) })}
                  </strong>
                )}
                {step.source && (
                  <span className="small soft">
                    <LawText>{step.source}</LawText>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
