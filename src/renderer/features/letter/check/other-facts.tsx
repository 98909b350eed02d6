import { Button } from 'react-aria-components'
import type { FactName } from '../../../../shared/model/facts.ts'
import { t } from '../../../i18n/words.ts'
import type { FactsDraft } from '../../../state/drafts.ts'
import { More } from '../../../ui/more.tsx'
import '../facts-list.css'

type Props = { draft: FactsDraft; names: readonly FactName[]; unclear: number; onForm: () => void }

/** What was read besides and decides no deadline: folded, and one click from the form. */
export function OtherFacts({ draft, names, unclear, onForm }: Props) {
  const label =
    names.length === 0
      ? t('check.noRest')
      : unclear === 0
        ? t('check.rest', { count: names.length })
        : t('check.restUnclear', { count: names.length, unclear })
  return (
    <More label={label}>
      <div className="stack-s">
        <dl className="facts-list">
          {names.map((name) => (
            <div key={name}>
              <dt>{t(`facts.names.${name}`)}</dt>
              <dd>{draft.text[name]}</dd>
            </div>
          ))}
        </dl>
        <div>
          <Button className="button small" onPress={onForm}>
            {t('check.form')}
          </Button>
        </div>
      </div>
    </More>
  )
}
