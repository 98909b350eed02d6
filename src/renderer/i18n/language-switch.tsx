import { Button } from 'react-aria-components'
import { languageList } from '../../shared/i18n/languages.ts'
import { setLanguage, useLanguage } from './language.ts'

/** Each language by its own name, in its own language: who cannot read the screen finds it. */
export function LanguageSwitch() {
  const now = useLanguage()
  return languageList
    .filter(({ code }) => code !== now)
    .map(({ code, name }) => (
      <Button key={code} className="button quiet" lang={code} onPress={() => void setLanguage(code)}>
        {name}
      </Button>
    ))
}
