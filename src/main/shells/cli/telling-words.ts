import { english } from '../../../shared/i18n/english.ts'
import type { Said, Telling } from '../../../shared/telling/telling.ts'
import { dayLine, wrapped } from './text.ts'

/** A telling as `--json` prints it. */
export const tellingJson = (told: Telling) => ({
  state: told.state,
  title: english(told.title),
  daysLeft: told.daysLeft,
  mailBy: told.mailBy,
  lastDay: told.lastDay,
  nextStep: english(told.nextStep.text),
  steps: told.steps.map(({ text }) => english(text)),
  ifNothing: told.ifNothing && english(told.ifNothing.text),
  left: told.left.map(({ right, until, open, state, program, title, form }) => ({
    ...{ right, until, open, state, program },
    ...{ title: english(title), form: form && english(form) },
  })),
  sentences: told.sentences.map(saidJson),
  unchecked: told.unchecked,
  name: told.name,
  officialTitle: told.officialTitle && english(told.officialTitle),
  right: told.right,
  source: told.source && english(told.source),
})

const saidJson = ({ text, right, state }: Said) => ({ text: english(text), right, state })

/** A telling as lines of text. */
export function textOfTelling(told: Telling): string {
  const { title, name, officialTitle, when, steps, left, ifNothing, doubts, state } = told
  const line = (text: string, indent = '') => wrapped(text, indent)
  return [
    english(title),
    ...(officialTitle ? line(`${name}: ${english(officialTitle)}`) : []),
    `State: ${state}${told.unchecked ? ' (not checked yet)' : ''}`,
    ...(when ? line(english(when.text)) : []),
    ...(told.mailBy ? [`Mail by ${dayLine(told.mailBy)}`] : []),
    ...(told.lastDay ? [`Last day ${dayLine(told.lastDay)}`] : []),
    '',
    ...steps.flatMap(({ text }, index) => line(`${index + 1}. ${english(text)}`)),
    ...(left.length > 0 ? ['', ...left.flatMap(({ text }) => line(`- ${english(text)}`))] : []),
    ...(ifNothing ? ['', ...line(`If you do nothing: ${english(ifNothing.text)}`)] : []),
    ...(doubts.length > 0 ? ['', ...doubts.flatMap(({ text }) => line(english(text)))] : []),
  ].join('\n')
}
