import { type InEnglish, inEnglish } from '../../../shared/i18n/english.ts'
import { contentAge } from '../../../shared/law/content-age.ts'
import { type NoticePage, noticePage, type RightOnPage } from '../../../shared/law/notice-page.ts'
import { systemClock } from '../system-clock.ts'
import { warnOfClock } from './clock-warning.ts'
import { CommandFailure } from './command-failure.ts'
import { dayFrom } from './open-core.ts'
import { oneNumber, openLaw } from './open-law.ts'
import { jsonText, say, warn } from './print.ts'
import { wrapped } from './text.ts'

/** The page of a notice by its number in any printed form; a number that we do not know gets the page of its series. */
export function noticeCommand(words: string[], options: { json?: boolean; today?: string }): void {
  const number = oneNumber(words)
  if (!/[a-z0-9]/i.test(number)) throw new CommandFailure('Give a notice number: waymark notice CP504')
  const law = openLaw(number)
  const page = inEnglish(noticePage(law, number))
  const age = contentAge(law, options.today ? dayFrom(options.today) : systemClock.today())
  if (age.isOld)
    warn(`These facts are ${age.months} months old (checked ${age.checked}). Check them elsewhere too.`)
  warnOfClock(options)
  say(options.json ? jsonText({ ...page, content: age }) : textOf(page, age.version))
}

function textOf(page: InEnglish<NoticePage>, version: string): string {
  const { answers, steps, rights } = page
  return [
    `${page.name}: ${page.title}`,
    ...(page.code === null ? ['', 'This number is not in our catalog. What we know of its series:'] : []),
    ...part('What this means', answers.meaning),
    ...part('Where you are', answers.where),
    ...part('How you got here', answers.howYouGotHere),
    ...part('What to do now', numbered(steps)),
    ...(page.howTo.length > 0
      ? part(
          'Where and how to petition the Tax Court',
          page.howTo.map((step) => `- ${step}`),
        )
      : []),
    ...(page.ifNothing ? part('If you do nothing', [page.ifNothing]) : []),
    ...(page.ifLate ? part('If a day is already over', [page.ifLate]) : []),
    ...part('Your rights', rights.length > 0 ? rights.flatMap(linesOfRight) : answers.rights),
    ...(answers.moreInformation.length > 0
      ? part('Forms and publications', [answers.moreInformation.join(', ')])
      : []),
    ...part('Where to get help', answers.help),
    ...part('Where the number is printed', [page.whereNumberIsPrinted]),
    '',
    `Confidence: ${page.confidence}. Checked ${page.checked}, content version ${version}. Not legal advice.`,
    page.ownText
      ? `Its own page or text was read on ${page.ownText.readOn}: ${page.ownText.source}`
      : 'Its own page or text was not read, or the day is not known: this rests on other sources.',
    ...(page.doubts ? wrapped(`Not certain: ${page.doubts}`, '') : []),
    'Sources:',
    ...page.sources.map((source) => `  ${source}`),
  ].join('\n')
}

const part = (heading: string, lines: string[]): string[] => [
  '',
  heading,
  ...lines.flatMap((line) => wrapped(line, '  ')),
]

const numbered = (steps: string[]): string[] => steps.map((step, index) => `${index + 1}. ${step}`)

function linesOfRight(right: InEnglish<RightOnPage>): string[] {
  const form = right.form && (/^\d/.test(right.form) ? `Form ${right.form}` : right.form)
  return [
    `* ${right.title}${form ? ` - ${form}` : ''}${right.unverified ? ' [not verified]' : ''}`,
    `  Time: ${right.window ?? 'no number of days is published'}${right.rule && right.window ? ` (rule ${right.rule})` : ''}`,
    ...(right.onlyIf ? [`  Only if ${right.onlyIf}`] : []),
    `  Court: ${right.courtReview ? 'yes' : 'no'}`,
    ...(right.pauses ? [`  Pauses: ${right.pauses}`] : []),
    `  ${right.note}`,
    ...(right.ifMissed ? [`  If missed: ${right.ifMissed}`] : []),
    `  Source: ${right.citation}`,
  ]
}
