import type { AppealChoice, Deadline } from '../../shared/model/deadline.ts'
import { byWords } from '../deadlines/by-words.ts'
import { More } from '../ui/more.tsx'
import { t, type WordKey } from '../ui/words.ts'

/** Which road fits, why, and what it gives up. */
export function ChoiceCard({ choice, deadlines }: { choice: AppealChoice; deadlines: Deadline[] }) {
  return (
    <section className="card stack-s choice" aria-labelledby="choice-title">
      <h2 id="choice-title">{t(`choice.road.${choice.road}`)}</h2>
      {choice.form === '12153' && <OtherForm choice={choice} deadlines={deadlines} />}
      <Reasons title="choice.because" reasons={choice.because} />
      {choice.road === 'unknown' && <Reasons title="choice.ask" reasons={choice.ask} />}
      {choice.road !== 'unknown' && (
        <>
          <Reasons title="choice.givesUp" reasons={choice.givesUp} />
          {choice.also.length > 0 && (
            <More label={t('choice.also')}>
              <List reasons={choice.also} />
            </More>
          )}
        </>
      )}
    </section>
  )
}

function OtherForm({ choice, deadlines }: { choice: AppealChoice; deadlines: Deadline[] }) {
  const by = byWords(choice, deadlines)
  return (
    <div className="callout next">
      {by && (
        <p>
          <strong>{by}</strong>
        </p>
      )}
      <p>{t('choice.only9423')}</p>
    </div>
  )
}

function Reasons({ title, reasons }: { title: WordKey; reasons: string[] }) {
  if (reasons.length === 0) return null
  return (
    <div>
      <h3>{t(title)}</h3>
      <List reasons={reasons} />
    </div>
  )
}

const List = ({ reasons }: { reasons: string[] }) => (
  <ul>
    {reasons.map((reason) => (
      <li key={reason}>{reason}</li>
    ))}
  </ul>
)
