import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { folderFiles } from '../../../src/main/content/content-files.ts'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { loadLaw } from '../../../src/main/content/law-files.ts'
import { noticeFilesIn, translationsIn } from '../../../src/main/content/notice-files.ts'
import { textsToTranslate } from '../../../src/shared/content/law-texts.ts'
import { findLetter, findNotice } from '../../../src/shared/law/law.ts'
import { workedIn, workedProblems } from './worked-examples.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

type Text = string | { en: string; es: string }
type Entry = Record<string, unknown>

const both = (text: string): Text => ({ en: `${text}.`, es: `${text}, en español.` })
/**
 * The smallest entry that a volunteer can write. No number of four digits that begins with 8 is known; one of the 600s, 700s, or 900s would be
 * the Spanish number of another notice.
 */
const smallest: Entry = {
  code: 'CP8888',
  printedAs: ['CP8888'],
  title: both('An invented notice'),
  plainTitle: both('You got an invented notice'),
  audience: 'individual',
  stage: 'notice',
  station: 'coll-bill',
  stationBasis: 'inferred',
  meaning: both('It means nothing'),
  howYouGotHere: both('Somebody made it up'),
  steps: [both('Read it')],
  ifNothing: both('Nothing happens'),
  ifLate: both('Nothing is late'),
  rights: [],
  wherePrinted: 'box',
  doubts: null,
  confidence: 'low',
  checked: '2026-11-30',
  sources: ['https://www.irs.gov/made-up'],
}
const twinEntry = {
  code: 'CP8888B',
  printedAs: ['CP8888B'],
  title: both('Its twin'),
  plainTitle: both('You got its twin'),
}
const answer = {
  program: 'other',
  title: both('Answer'),
  rule: 'EXAM-30',
  printedDateWins: true,
  note: both('Answer by the day printed'),
  authority: 'IRM 4.19.3',
}
const worked = [{ rule: 'EXAM-30', from: '2026-11-12', lastDay: '2026-12-12', mailBy: '2026-12-03' }]
const byName: Entry = {
  kind: 'byName',
  code: 'CP8887',
  printedAs: ['CP8887'],
  title: both('An invented kind of letter'),
  plainTitle: both('You got an invented kind of letter'),
  station: 'note-adjust',
  stationBasis: 'inferred',
  wherePrinted: 'box',
  ask: 'phone',
  confidence: 'low',
  checked: '2026-11-30',
  sources: ['https://www.irs.gov/made-up'],
}

const withStep = (when: Entry): Entry => ({
  ...smallest,
  rights: [answer],
  worked,
  steps: [{ text: both('Answer it'), ...when }],
})

/** The law with one more file, as text; nothing else is touched. */
function withFile(text: string, name = 'CP8888.json') {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-law-'))
  folders.push(folder)
  cpSync('resources/law', join(folder, 'law'), { recursive: true })
  writeFileSync(join(folder, 'law/notices/balance-due', name), text)
  return folder
}
const withEntry = (entry: Entry, name?: string) => withFile(JSON.stringify(entry, null, 2), name)
/** What the suite would say about the file: at loading, or of its worked examples and its Spanish. */
function saidOf(folder: string): string[] {
  try {
    const law = loadLaw(folder)
    const files = noticeFilesIn(folderFiles(folder))
    const spanish = { ...spanishElsewhere, ...translationsIn(files, 'es') }
    const lacking = textsToTranslate(law, loadForms('resources')).filter(({ id }) => !(id in spanish))
    return [
      ...workedIn(files).flatMap((each) => workedProblems(law, each)),
      ...lacking.map(({ id }) => `${id} has no Spanish`),
    ]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
const spanishElsewhere = Object.assign(
  {},
  ...['forms', 'general', 'rules', 'stations'].map((part) =>
    JSON.parse(readFileSync(`resources/law/es/${part}.json`, 'utf8')),
  ),
)

describe('one file is all that a new notice needs', () => {
  test('the smallest entry', () => {
    const folder = withEntry(smallest)
    expect(saidOf(folder)).toEqual([])
    expect(findNotice(loadLaw(folder), 'CP8888')?.title.id).toBe('notice.CP8888.title')
  })
  test('an entry with a right that counts, worked out by hand', () => {
    expect(saidOf(withEntry({ ...smallest, rights: [answer], worked }))).toEqual([])
  })
  test('a family of suffixes: each number has its own title, and shares what is the same', () => {
    const variants = [twinEntry]
    const folder = withEntry({ ...smallest, rights: [answer], worked, variants })
    expect(saidOf(folder)).toEqual([])
    const twin = findNotice(loadLaw(folder), 'CP8888B')
    expect(twin).toMatchObject({
      printedAs: ['CP8888B'],
      variantOf: 'CP8888',
      title: { en: 'Its twin.' },
      plainTitle: { en: 'You got its twin.' },
    })
    expect(twin?.meaning).toMatchObject({ id: 'notice.CP8888.meaning' })
    expect(twin?.rights[0]?.rule).toBe('EXAM-30')
  })
  test('a Spanish number: named in the file, or told by the series of its English number', () => {
    const folder = withEntry({ ...smallest, spanishNumbers: ['CP788'] })
    expect(saidOf(folder)).toEqual([])
    expect(findNotice(loadLaw(folder), 'CP788')?.spanishOf).toEqual({ name: 'CP8888', isSure: true })
    const byRule = withEntry({ ...smallest, code: 'CP586', printedAs: ['CP586'] }, 'CP586.json')
    expect(saidOf(byRule)).toEqual([])
    expect(findNotice(loadLaw(byRule), 'CP686')?.spanishOf).toEqual({ name: 'CP586', isSure: false })
  })
  test('a letter known by name', () => {
    const other = { title: both('Another kind of letter'), plainTitle: both('You got another kind') }
    const also = [
      { code: 'CP8886', printedAs: ['CP8886'], ...other },
      { code: 'CP8885', printedAs: ['CP8885'] },
    ]
    const folder = withEntry({ ...byName, also }, 'CP8887.json')
    expect(saidOf(folder)).toEqual([])
    const law = loadLaw(folder)
    expect(findNotice(law, 'CP8886')).toBeUndefined()
    expect(findLetter(law, 'CP8886')).toMatchObject({ code: 'CP8886', station: 'note-adjust' })
    expect(findLetter(law, 'CP8886')?.plainTitle.en).toBe('You got another kind.')
    expect(findLetter(law, 'CP8885')?.plainTitle.en).toBe('You got an invented kind of letter.')
  })
})

const rights = [answer]
test.each<[string, () => string, RegExp]>([
  [
    'a comma too many',
    () => withFile(JSON.stringify(smallest).replace(']', ',]')),
    /notices\/balance-due\/CP8888\.json is not JSON: .*Look for a comma/,
  ],
  [
    'a misspelled field',
    () => withEntry({ ...smallest, ifNohting: smallest.ifNothing, ifNothing: undefined }),
    /ifNothing is missing.*there is no field "ifNohting"; did you mean "ifNothing"\?/,
  ],
  [
    'a field left out',
    () => withEntry({ ...smallest, howYouGotHere: undefined }),
    /CP8888\.json: howYouGotHere is missing/,
  ],
  [
    'a number without a title in plain words',
    () => withEntry({ ...smallest, plainTitle: undefined }),
    /CP8888\.json: plainTitle is missing/,
  ],
  [
    'a variant that would get the plain title of another number',
    () => withEntry({ ...smallest, variants: [{ ...twinEntry, plainTitle: undefined }] }),
    /CP8888\.json: variants\.0\.plainTitle is missing/,
  ],
  [
    'a title of its own without a plain one',
    () =>
      withEntry(
        { ...byName, also: [{ code: 'CP8886', printedAs: ['CP8886'], title: both('Other') }] },
        'CP8887.json',
      ),
    /a title of its own needs a plainTitle of its own/,
  ],
  [
    'a plain title that nobody reads at a glance',
    () =>
      withEntry({ ...smallest, plainTitle: both('This letter says in eleven words what it does to you') }),
    /notice CP8888: plainTitle "This letter .*" has more than 10 words/,
  ],
  [
    'a value that is none of those allowed',
    () => withEntry({ ...smallest, wherePrinted: 'top' }),
    /wherePrinted is "top", but must be one of: box, footer, ltr-line, form/,
  ],
  [
    'a rule that is not there',
    () => withEntry({ ...smallest, rights: [{ ...answer, rule: 'EXAM-31' }] }),
    /notice CP8888, Answer\.: there is no rule EXAM-31/,
  ],
  [
    'a station that is not there',
    () => withEntry({ ...smallest, station: 'coll-bills' }),
    /notice CP8888: there is no station coll-bills/,
  ],
  [
    'a number that another file has',
    () => withEntry({ ...smallest, variants: [{ ...twinEntry, code: 'CP14', printedAs: ['CP14'] }] }),
    /notice CP14 is there twice\nprinted number CP14 is there twice/,
  ],
  [
    'a Spanish number that is another notice',
    () => withEntry({ ...smallest, spanishNumbers: ['CP504'] }),
    /printed number CP504 is there twice/,
  ],
  [
    'a name of the file that is another number',
    () => withEntry(smallest, 'CP8885.json'),
    /the file is for CP8888, so its name must be CP8888\.json/,
  ],
  [
    'a day that nobody worked out',
    () => withEntry({ ...smallest, rights }),
    /CP8888 has a right that counts by EXAM-30, but "worked" holds no last day/,
  ],
  [
    'a day that was worked out wrongly',
    () => withEntry({ ...smallest, rights, worked: [{ ...worked[0], lastDay: '2026-12-14' }] }),
    /by EXAM-30, from 2026-11-12, you worked out 2026-12-14 as "lastDay", and the program counts 2026-12-12/,
  ],
  [
    'a text without Spanish',
    () => withEntry({ ...smallest, meaning: 'It means nothing.' }),
    /^notice\.CP8888\.meaning has no Spanish$/,
  ],
  [
    'a right of a letter known by name',
    () => withEntry({ ...byName, rights }, 'CP8887.json'),
    /there can be no "rights": of a letter known by name .* no right and no day is told/,
  ],
  [
    'a day in the title of a letter known by name',
    () => withEntry({ ...byName, title: both('Answer within 30 days') }, 'CP8887.json'),
    /title must tell no day/,
  ],
  [
    'a step about a right that does not say whether it is the act that uses it',
    () => withEntry(withStep({ right: 'EXAM-30', while: 'open' })),
    /steps\.0 needs "right" and "act" together: .* one of send, call,/,
  ],
  [
    'an act about no right',
    () => withEntry(withStep({ while: 'always', act: 'send' })),
    /steps\.0 needs "right" and "act" together/,
  ],
  [
    'an act that does not meet the last day of its right',
    () => withEntry(withStep({ right: 'EXAM-30', while: 'open', act: 'online' })),
    /notice CP8888: the act of "Answer it\." is "online", but its right is used by arrival/,
  ],
  [
    'certainty without a page that was read',
    () => withEntry({ ...smallest, confidence: 'high' }),
    /notice CP8888: confidence is high, but ownText does not say/,
  ],
])('the suite says in words what is wrong: %s', (_mistake, folder, words) => {
  const said = saidOf(folder())
  expect(said.length).toBeGreaterThan(0)
  expect(said.join('\n')).toMatch(words)
})
