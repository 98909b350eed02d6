import { Button } from 'react-aria-components'
import { type FactName, factNames, factTable, type LetterFacts } from '../../../shared/model/facts.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { textFromFact } from '../../common/letter/facts-draft.ts'
import { period } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { Fold } from '../../ui/more.tsx'
import { ReadAgain } from './read-again.tsx'
import './facts-list.css'

type Props = { letter: Letter; facts: LetterFacts; onChange: () => void }

/** What a person confirmed, to look up and to change. */
export function FactsList({ letter, facts, onChange }: Props) {
  const names = factNames.filter((name) => factTable[name].group !== null)
  return (
    <Fold label={t('facts.listTitle')}>
      <dl className="facts-list">
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`facts.names.${name}`)}</dt>
            <dd>{shown(facts, name) || <span className="soft">{t('facts.none')}</span>}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button className="button small" onPress={onChange}>
          {t('facts.change')}
        </Button>
      </div>
      <ReadAgain letter={letter} />
    </Fold>
  )
}

function shown(facts: LetterFacts, name: FactName): string {
  if (name === 'taxPeriods') return facts.taxPeriods.map(period).join(', ')
  if (name === 'tinLast4' && facts.tinLast4) return `•••• ${facts.tinLast4}`
  return textFromFact(facts, name)
}
