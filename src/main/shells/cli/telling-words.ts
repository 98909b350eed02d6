import { isPractical } from '../../../shared/deadlines/deadline.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Said, Telling } from '../../../shared/telling/telling.ts'
import { firmnessWords, tellingStates } from './state-words.ts'
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
  left: told.left.map(({ right, until, firmness, open, state, program, title, form }) => ({
    ...{ right, until, firmness, open, state, program },
    ...{ title: english(title), form: form && english(form) },
  })),
  sentences: told.sentences.map(saidJson),
  unchecked: told.unchecked,
  name: told.name,
  officialTitle: told.officialTitle && english(told.officialTitle),
  right: told.right,
  source: told.source && english(told.source),
  firmness: told.firmness,
  howTo: told.howTo.map(({ text }) => english(text)),
})

const saidJson = ({ text, right, state }: Said) => ({ text: english(text), right, state })

/** A telling as lines of text. */
export function textOfTelling(told: Telling): string {
  const { title, name, officialTitle, when, steps, howTo, left, ifNothing, doubts, meaning } = told
  const line = (text: string, indent = '') => wrapped(text, indent)
  return [
    english(title),
    ...(officialTitle ? line(`${name}: ${english(officialTitle)}`) : []),
    `State: ${tellingStates[told.state]}${told.unchecked ? ' (not checked yet)' : ''}`,
    ...meaning.flatMap(({ text }) => line(english(text))),
    ...(when ? line(english(when.text)) : []),
    ...(told.mailBy ? [`${mailByName(told)} ${dayLine(told.mailBy)}`] : []),
    ...(told.lastDay
      ? [
          `${lastDayName(told)} ${dayLine(told.lastDay)}${told.firmness ? ` (${firmnessWords[told.firmness]})` : ''}`,
        ]
      : []),
    '',
    ...steps.flatMap(({ text }, index) => line(`${index + 1}. ${english(text)}`)),
    ...(howTo.length > 0
      ? [
          '',
          'Where and how to petition the Tax Court:',
          ...howTo.flatMap(({ text }) => line(`* ${english(text)}`)),
        ]
      : []),
    ...(left.length > 0 ? ['', ...left.flatMap(({ text }) => line(`- ${english(text)}`))] : []),
    ...(ifNothing ? ['', ...line(`If you do nothing: ${english(ifNothing.text)}`)] : []),
    ...(doubts.length > 0 ? ['', ...doubts.flatMap(({ text }) => line(english(text)))] : []),
  ].join('\n')
}

const toldRight = ({ left, right }: Telling): Telling['left'][number] | undefined =>
  left.find((each) => each.right === right)

/** What the letter only asks for has no last day of a right, nor has what comes before the IRS can act. */
function lastDayName(told: Telling): string {
  const deadline = toldRight(told)?.deadline
  if (deadline?.ends !== 'request') return 'Last day'
  return isPractical(deadline) ? 'The IRS can act after' : 'Asked for by'
}

/** Mail may be too late where it is to be faxed or uploaded. */
const mailByName = (told: Telling): string =>
  toldRight(told)?.deadline.how === 'fax' ? 'Fax or upload by' : 'Mail by'
