import { Button } from 'react-aria-components'
import { setLanguage, useLanguage } from './language.ts'
import { languages, t } from './words.ts'

/** Each language by its own name, in its own language: who cannot read the screen finds it. */
export function LanguageSwitch() {
  const now = useLanguage()
  return languages
    .filter((language) => language !== now)
    .map((language) => (
      <Button key={language} className="button quiet" lang={language} onPress={() => setLanguage(language)}>
        {t(`language.${language}`)}
      </Button>
    ))
}
