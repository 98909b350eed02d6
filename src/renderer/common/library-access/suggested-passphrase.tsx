import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Api } from '../../../shared/contract/contract.ts'
import { language } from '../../i18n/language.ts'
import { t } from '../../i18n/words.ts'

/** Five words that nobody chose, for who would rather not think of some. */
export function SuggestedPassphrase({ api, onUse }: { api: Api; onUse: (passphrase: string) => void }) {
  const [words, setWords] = useState<string | null>(null)
  async function suggest() {
    const made = await api['passphrase:suggest']({ language: language() }).catch(() => null)
    if (made) setWords(made.passphrase)
  }
  return (
    <div className="stack-s" aria-live="polite">
      {words && (
        <div className="callout stack-s">
          <p>
            <strong>{words}</strong>
          </p>
          <p>{t('access.new.suggested')}</p>
        </div>
      )}
      <div className="row">
        {words && (
          <Button className="button small" onPress={() => onUse(words)}>
            {t('access.new.use')}
          </Button>
        )}
        <Button className="button quiet small" onPress={suggest}>
          {words ? t('access.new.suggestOther') : t('access.new.suggest')}
        </Button>
      </div>
    </div>
  )
}
