import { Button } from 'react-aria-components'
import { decisionOf } from '../../../shared/deadlines/decision.ts'
import { findNotice } from '../../../shared/law/law.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useLibrary, useToday } from '../../state/library-context.tsx'

const kinds = ['requestGranted', 'requestRefused'] as const

/** When a notice number is used for approvals and denials, asks which one this is. */
export function DecisionQuestion({ letter }: { letter: Letter }) {
  const { events } = useLibrary()
  const law = useLaw()
  const today = useToday()
  const facts = factsOf(letter)
  if (!findNotice(law, facts.noticeCode)?.onlyRefusalIsAppealable) return null
  const decision = decisionOf(letter)
  const say = (kind: (typeof kinds)[number]) => {
    const others = letter.events.filter((event) => event.kind !== kinds[0] && event.kind !== kinds[1])
    events.set(letter.id, [...others, { kind, day: facts.noticeDate ?? today, note: '' }])
    void events.flushAll()
  }
  return (
    <div className="callout check stack-s">
      <p>{decision ? t(`meaning.decided.${decision}`) : t('meaning.decide')}</p>
      <div className="row">
        {kinds.map((kind) => (
          <Button key={kind} className="button" onPress={() => say(kind)}>
            {t(`meaning.say.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
