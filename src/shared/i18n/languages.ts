/**
 * The languages of the screens, English first. To add one, add a line here, `resources/words/<code>.json`,
 * and the folder `resources/law/<code>`; tests report what is missing. `locale` formats dates and money the
 * American way: month first, and a point before the cents.
 */
export const languageList = [
  { code: 'en', locale: 'en-US', name: 'English' },
  { code: 'es', locale: 'es-US', name: 'Español' },
] as const

export type Language = (typeof languageList)[number]['code']
export const languages: readonly Language[] = languageList.map(({ code }) => code)

/** The languages that the law files, which are English, are translated into. */
export const translatedLanguages = languages.filter((language) => language !== 'en')

export const isLanguage = (text: string | undefined): text is Language =>
  languages.some((language) => language === text)

export const localeOf = (language: Language): string =>
  languageList.find(({ code }) => code === language)?.locale ?? 'en-US'
