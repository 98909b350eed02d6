import { doubtWords } from '../../../shared/deadlines/clock-doubt.ts'
import { english } from '../../../shared/i18n/english.ts'
import { dayFrom, type LibraryOptions, unwrap, withLibrary } from './open-core.ts'
import { print } from './print.ts'
import { doubtJson } from './step-words.ts'

/** The date that days are counted from, and what speaks against it; with `right`, a person says that it is right. */
export const todayCommand = (options: LibraryOptions & { right?: string }) =>
  withLibrary(options, async (core) => {
    if (options.right) unwrap(await core.api['letters:confirm-today']({ day: dayFrom(options.right) }))
    const { today, clockDoubt } = await core.api['letters:list'](null)
    print(options, { today, ...doubtJson(clockDoubt) }, () =>
      clockDoubt
        ? `${english(doubtWords(clockDoubt))}\nIf the date is right: waymark today --right ${today}`
        : `Today is ${today}. What is kept here agrees with that.`,
    )
  })
