import { useEffect, useId, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Day } from '../../../../shared/model/day.ts'
import type { FactName, Letter, Reading } from '../../../../shared/model/letter.ts'
import { t } from '../../../i18n/words.ts'
import type { FactsDraft } from '../../../state/drafts.ts'
import { useToday } from '../../../state/library-context.tsx'
import { useFactsDraft } from '../use-facts-draft.ts'
import { askedFacts, otherFacts } from './asked-facts.ts'
import { FactCorrection } from './fact-correction.tsx'
import { FactPicture } from './fact-picture.tsx'
import { FactValue, questionOf } from './fact-value.tsx'
import { OtherFacts } from './other-facts.tsx'
import { useAnswerKeys } from './use-answer-keys.ts'
import './check-by-picture.css'

type Props = {
  letter: Letter
  reading: Reading
  onFocusFact: (name: FactName) => void
  onDone: () => void
  /** To the form with every fact. */
  onForm: () => void
}

/**
 * A letter is checked by looking: the place on the paper, the value under it, yes or no. The last yes confirms, and can be
 * undone. Each fact wants an answer of its own, so that nobody confirms number and date by accident.
 */
export function CheckByPicture({ letter, reading, onFocusFact, onDone, onForm }: Props) {
  const today = useToday()
  const title = useId()
  const check = useCheck({ letter, reading, onDone, onForm })
  const { asked, draft, current } = check
  const evidence = current && reading.evidence[current]
  useEffect(() => {
    if (current) onFocusFact(current)
  }, [current, onFocusFact])
  return (
    <section className="card stack-s check-by-picture" aria-labelledby={title}>
      <div className="row check-head">
        <h2 id={title}>
          {current ? t('check.title', { at: check.at, of: asked.length }) : t('check.ready')}
        </h2>
        {check.at > 1 && (
          <Button className="button quiet small" onPress={check.goBack}>
            {t('check.back')}
          </Button>
        )}
      </div>
      {evidence && <FactPicture letter={letter} evidence={evidence} />}
      {current ? (
        <Question name={current} {...{ check, reading, today }} />
      ) : (
        <div>
          <Button className="button primary" onPress={() => void check.finish(draft)}>
            {t('facts.confirm')}
          </Button>
        </div>
      )}
      <OtherFacts draft={draft} {...otherFacts(reading, asked, today)} onForm={onForm} />
    </section>
  )
}

/** Which fact is asked about, and what each answer does. */
function useCheck({ letter, reading, onDone, onForm }: Omit<Props, 'onFocusFact'>) {
  const asked = askedFacts(reading, useToday())
  const { draft, change, confirm } = useFactsDraft(letter, asked, onDone)
  const [correcting, setCorrecting] = useState(false)
  const left = asked.filter((name) => !draft.checked[name])
  const [current] = left
  async function finish(of: FactsDraft): Promise<void> {
    if ((await confirm(of))?.kind === 'wrong') onForm()
  }
  function accept(): void {
    if (!current) return
    const next = { ...draft, checked: { ...draft.checked, [current]: true } }
    change(next)
    setCorrecting(false)
    if (left.length === 1) void finish(next)
  }
  function goBack(): void {
    const last = asked.filter((name) => draft.checked[name]).at(-1)
    if (last) change({ ...draft, checked: { ...draft.checked, [last]: false } })
    setCorrecting(false)
  }
  const refuse = () => setCorrecting(true)
  useAnswerKeys(correcting || !current ? null : { yes: accept, no: refuse })
  const at = asked.length - left.length + 1
  return { asked, at, current, draft, change, correcting, accept, refuse, goBack, finish, setCorrecting }
}

type QuestionProps = Pick<Props, 'reading'> & {
  name: FactName
  check: ReturnType<typeof useCheck>
  today: Day
}

/** The value with yes and no; after a no, the box for the right one. */
function Question({ name, check, reading, today }: QuestionProps) {
  const question = useId()
  const { draft, change, accept, refuse } = check
  if (check.correcting)
    return (
      <FactCorrection
        key={name}
        {...{ name, draft, reading, today }}
        onChange={change}
        onAccept={accept}
        onCancel={() => check.setCorrecting(false)}
      />
    )
  return (
    <div className="check-ask">
      <div role="status">
        <FactValue name={name} draft={draft} reading={reading} today={today} />
        <p id={question}>{questionOf(name, draft)}</p>
      </div>
      <YesNo question={question} onYes={accept} onNo={refuse} />
    </div>
  )
}

type YesNoProps = { question: string; onYes: () => void; onNo: () => void }

const YesNo = ({ question, onYes, onNo }: YesNoProps) => (
  <div className="row">
    <Button className="button primary" aria-describedby={question} onPress={onYes}>
      {t('check.yes')} <Key>{t('check.yesKey')}</Key>
    </Button>
    <Button className="button" aria-describedby={question} onPress={onNo}>
      {t('check.no')} <Key>{t('check.noKey')}</Key>
    </Button>
  </div>
)

/** Seen, not read aloud: the name of the button says enough. */
const Key = ({ children }: { children: string }) => (
  <span className="answer-key" aria-hidden="true">
    {children}
  </span>
)
