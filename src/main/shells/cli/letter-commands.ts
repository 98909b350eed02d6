import { basename } from 'node:path'
import { ifTodayWords } from '../../../shared/deadlines/clock-doubt.ts'
import { computeDeadlines } from '../../../shared/deadlines/compute-deadlines.ts'
import { english, inEnglish } from '../../../shared/i18n/english.ts'
import { getStation } from '../../../shared/law/law.ts'
import { AppealAnswers } from '../../../shared/model/appeal.ts'
import { CaseEvent } from '../../../shared/model/case-event.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { placeLetter } from '../../../shared/roadmap/place-letter.ts'
import { tellAll, tellOne } from '../../../shared/telling/tell-all.ts'
import type { Telling } from '../../../shared/telling/telling.ts'
import { cleanName } from '../../../shared/text/clean-name.ts'
import type { Core } from '../../app/core.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure } from './command-failure.ts'
import { readGiven } from './given-file.ts'
import { findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print, say } from './print.ts'
import { deadlineJson, doubtJson } from './step-words.ts'
import { tellingJson, textOfTelling } from './telling-words.ts'
import { lineOfDeadline, linesOfFacts, titleOf } from './text.ts'
import { factsWith, valuesFrom } from './typed-facts.ts'
import { answerNames, eventNames, linesOfAnswers } from './typed-names.ts'

type Options = LibraryOptions

/** Keeps files in the library and reads them. One that cannot be kept is named, and costs none of the others. */
export const addCommand = (files: string[], options: Options) =>
  withCore(options, async (core) => {
    const failed: string[] = []
    for (const file of files) {
      const bytes = await readGiven(file, 'scan')
      const added = bytes.ok
        ? await core.api['letter:add']({ fileName: basename(file), bytes: bytes.value })
        : bytes
      await core.idle()
      if (!added.ok) failed.push(`${cleanName(file)}: ${wordsOfError(added.error.code)}`)
      else
        for (const id of added.value.ids)
          await printLetter(core, await findLetter(core, id), options, textOfLetter)
    }
    if (failed.length > 0) throw new CommandFailure(failed.join('\n'))
  })

export const listCommand = (options: Options) =>
  withCore(options, async (core) => {
    await core.idle()
    const { letters } = await core.api['letters:list'](null)
    const present = letters.filter((letter) => !letter.removed)
    if (present.length === 0 && !options.json) say('The library is empty. Add a letter: waymark add FILE')
    const tellings = await tellingsOf(core)
    for (const letter of present) await printLetter(core, letter, options, lineOfLetter, tellings)
  })

export const showCommand = (id: string, options: Options) =>
  withCore(options, async (core) => {
    await core.idle()
    await printLetter(core, await findLetter(core, id), options, textOfLetter)
  })

export const deadlinesCommand = (id: string | undefined, options: Options) =>
  withCore(options, async (core) => {
    await core.idle()
    const { letters, today, clockDoubt } = await core.api['letters:list'](null)
    const tellings = tellAll(core.law, letters, today)
    const chosen = id ? [await findLetter(core, id)] : letters.filter((letter) => !letter.removed)
    for (const letter of chosen) {
      const deadlines = computeDeadlines(core.law, letter, today)
      const telling = tellings.get(letter.id) ?? tellOne(core.law, letter, today, false)
      const json = {
        ...{ id: letter.id, today, ...doubtJson(clockDoubt) },
        ...{ deadlines: deadlines.map(deadlineJson), telling: tellingJson(telling) },
      }
      const lines = () => deadlines.map((each) => lineOfDeadline(each, clockDoubt))
      const only = clockDoubt ? ` [${english(ifTodayWords(clockDoubt))}]` : ''
      const next = `  Next: ${english(telling.nextStep.text)}${only}`
      print(options, json, () => [titleOf(core.law, letter), next, ...lines()].join('\n'))
    }
  })

/** `set` holds `name=value` corrections, e.g. `noticeDate=2026-11-02`; an empty value means not found. */
export const confirmCommand = (id: string, set: string[], options: Options) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    const facts = factsWith(letter, set)
    unwrap(await core.api['letter:confirm']({ id: letter.id, facts }))
    await printLetter(core, await findLetter(core, id), options, textOfLetter)
  })

/** Changes what a draft needs, and shows it with `--json` or when nothing is changed. */
export const answerCommand = (id: string, set: string[], options: Options) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    const typed = valuesFrom(set, ['attachments', 'actions'], '')
    const unsaid = Object.entries(typed).filter(([name, value]) => choices.has(name) && value === '')
    const answers = AppealAnswers.strict().safeParse({
      ...letter.answers,
      ...typed,
      ...Object.fromEntries(unsaid.map(([name]) => [name, null])),
    })
    if (!answers.success) throw new CommandFailure(`${wordsOfError('input.not-an-answer')}\n${answerNames()}`)
    if (set.length > 0) unwrap(await core.api['letter:answer']({ id: letter.id, answers: answers.data }))
    if (options.json || set.length === 0)
      print(options, { id: letter.id, answers: answers.data }, () => linesOfAnswers(answers.data))
  })

/** Answers that are one of a few words, and that nothing typed takes back. */
const choices = new Set(['contact', 'form', 'joint'])

export const eventCommand = (id: string, kind: string, day: string, note: string, options: Options) =>
  withCore(options, async (core) => {
    const letter = await findLetter(core, id)
    const event = CaseEvent.safeParse({ kind, day, note })
    if (!event.success) throw new CommandFailure(`${wordsOfError('input.not-an-event')}\n${eventNames()}`)
    unwrap(await core.api['letter:record-events']({ id: letter.id, events: [...letter.events, event.data] }))
  })

type Shown = Awaited<ReturnType<typeof shown>>
async function shown(core: Core, letter: Letter, tellings: Map<string, Telling>) {
  const { today, clockDoubt } = await core.api['letters:list'](null)
  const placement = placeLetter(core.law, letter)
  const { answers: _, ...rest } = letter
  return {
    ...rest,
    title: titleOf(core.law, letter),
    placement,
    stop: placement.kind === 'placed' ? english(getStation(core.law, placement.station).title) : null,
    clockDoubt,
    deadlines: computeDeadlines(core.law, letter, today),
    telling: tellings.get(letter.id) ?? tellOne(core.law, letter, today, false),
  }
}

async function tellingsOf(core: Core) {
  const { letters, today } = await core.api['letters:list'](null)
  return tellAll(core.law, letters, today)
}

async function printLetter(
  core: Core,
  letter: Letter,
  options: Options,
  text: (letter: Shown) => string,
  tellings?: Map<string, Telling>,
): Promise<void> {
  const { placement, stop, deadlines, clockDoubt, telling, ...rest } = await shown(
    core,
    letter,
    tellings ?? (await tellingsOf(core)),
  )
  const json = {
    ...{ ...rest, placement: inEnglish(placement), ...doubtJson(clockDoubt) },
    deadlines: deadlines.map(deadlineJson),
    telling: tellingJson(telling),
  }
  print(options, json, () => text({ ...rest, placement, stop, clockDoubt, deadlines, telling }))
}

const lineOfLetter = (letter: Shown): string => {
  const facts = letter.confirmed ?? letter.reading?.facts
  const state =
    letter.status.kind === 'failed'
      ? wordsOfError(letter.status.code)
      : letter.confirmed
        ? 'confirmed'
        : 'please check'
  return `${letter.id.slice(0, 8)}  ${facts?.noticeDate ?? '          '}  ${letter.title}  (${state})`
}

const textOfLetter = (letter: Shown): string =>
  [
    lineOfLetter(letter),
    linesOfFacts(letter.confirmed ?? letter.reading?.facts ?? {}),
    letter.placement.kind === 'placed'
      ? `  Where you are: ${letter.stop}`
      : `  ${english(letter.placement.ask)}`,
    '',
    textOfTelling(letter.telling),
    '',
    ...letter.deadlines.map((each) => lineOfDeadline(each, letter.clockDoubt)),
    '',
  ].join('\n')
