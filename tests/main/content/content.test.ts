import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createContentStore } from '../../../src/main/content/content-store.ts'
import { compareContentVersions, isNewEnough, isPackPath } from '../../../src/shared/content/pack.ts'
import { resources, temporaryFolder, testCore } from '../../support.ts'
import { madePack, testKeys } from './made-pack.ts'

const storeIn = (folder: string, keys = testKeys, app = '0.1.0') =>
  createContentStore({ resources, folder, keys, app })
const built = storeIn(temporaryFolder()).version()

describe('a content pack is refused, and nothing of it is stored,', () => {
  const change = (path: string, by: (text: string) => string | undefined) => ({ parts: { [path]: by } })
  const rows: [string, string, Uint8Array][] = [
    ['when it is no pack', 'content.not-a-pack', Buffer.from('{"waymark":"content pack 2"}')],
    ['when it is no JSON', 'content.not-a-pack', Buffer.from([0x50, 0x4b, 3, 4])],
    ['when it is too large', 'content.too-large', Buffer.alloc(9 * 1024 * 1024, 32)],
    ['when nobody knows its key', 'content.unknown-key', madePack({ manifest: { key: 'other' } })],
    ['when another key signed it', 'content.bad-signature', madePack({ signedBy: 'stranger' })],
    [
      'when its manifest was changed',
      'content.bad-signature',
      madePack({
        spoil: (pack) => {
          pack.manifest = pack.manifest.replace('2027-01-15', '2028-01-15')
        },
      }),
    ],
    [
      'when a part was changed',
      'content.changed-part',
      madePack({
        spoil: ({ parts }) => {
          parts['law/rules.json'] = parts['law/rules.json']?.replace('30', '40') ?? ''
        },
      }),
    ],
    [
      'when a part was added',
      'content.changed-part',
      madePack({
        spoil: ({ parts }) => {
          parts['law/notices/levy/CP888.json'] = '{}'
        },
      }),
    ],
    [
      'when a part is gone',
      'content.changed-part',
      madePack({
        spoil: ({ parts }) => {
          delete parts['words/es.json']
        },
      }),
    ],
    [
      'when a signed part would go elsewhere',
      'content.not-a-pack',
      madePack(change('../content-keys.json', () => '{}')),
    ],
    ['when it needs a newer app', 'content.app-too-old', madePack({ manifest: { needsApp: '0.2.0' } })],
    ['when it is older', 'content.not-newer', madePack({ version: '2026-11-21' })],
    ['when it is the same', 'content.not-newer', madePack({ version: built })],
    ['when a part lacks', 'content.wrong-data', madePack(change('law/holidays.json', () => undefined))],
    [
      'when the schema refuses a rule',
      'content.wrong-data',
      madePack(change('law/rules.json', (text) => text.replace('"statement"', '"statment"'))),
    ],
    [
      'when a rule that code and letters name is gone',
      'content.wrong-data',
      madePack(change('law/rules.json', (text) => text.replaceAll('"CAP-A7"', '"CAP-A77"'))),
    ],
    [
      'when a station has no place on the drawn map',
      'content.wrong-data',
      madePack(
        change('law/stations.json', (text) => {
          const law = JSON.parse(text)
          law.stations.push({ ...law.stations[0], id: 'new-stop' })
          return JSON.stringify(law)
        }),
      ),
    ],
    [
      'when words ask for a value that the screens do not give',
      'content.wrong-data',
      madePack(
        change('words/en.json', (text) => text.replace('About Waymark {{version}}', 'About {{name}}')),
      ),
    ],
    [
      'when it says another version than its rules',
      'content.wrong-data',
      madePack({ manifest: { version: '2027-02-01' } }),
    ],
  ]
  test.each(rows)('%s: %s', (_when, code, bytes) => {
    const folder = temporaryFolder()
    const store = storeIn(folder)
    expect(store.take(bytes)).toEqual({ ok: false, error: { code } })
    expect([store.version(), readdirSync(folder)]).toEqual([built, []])
  })
})

test('an app without keys trusts nobody, and says so', () => {
  const store = storeIn(temporaryFolder(), [])
  expect(store.info().takesPacks).toBe(false)
  expect(store.take(madePack())).toMatchObject({ error: { code: 'content.unknown-key' } })
})

test('packs replace each other, one step back is possible, and the next start finds the same state', () => {
  const folder = temporaryFolder()
  const store = storeIn(folder)
  for (const version of ['2027-01-15', '2027-01-15.2', '2027-03-01'])
    expect(store.take(madePack({ version }))).toMatchObject({ ok: true })
  expect(store.info()).toMatchObject({ pack: { version: '2027-03-01', key: 'test' }, backTo: '2027-01-15.2' })
  expect(storeIn(folder).version()).toBe('2027-03-01')
  expect(store.back()).toEqual({ ok: true, value: { version: '2027-01-15.2' } })
  expect(storeIn(folder).version()).toBe('2027-01-15.2')
  expect(store.back()).toEqual({ ok: true, value: { version: built } })
  expect(store.back()).toMatchObject({ error: { code: 'content.nothing-to-undo' } })
})

test('a stored pack is checked again at each start; if it fails, the app’s own rules are used and the person is informed', () => {
  const folder = temporaryFolder()
  storeIn(folder).take(madePack())
  const file = join(folder, '2027-01-15.wmpack')
  const whole = readFileSync(file, 'utf8')
  const shown = (store = storeIn(folder)) => [store.version(), store.info().problem]
  expect(shown()).toEqual(['2027-01-15', null])
  expect(shown(storeIn(folder, []))).toEqual([built, 'content.unknown-key'])
  writeFileSync(file, whole.replace('Taxpayer', 'Taxprayer'))
  expect(shown()).toEqual([built, 'content.changed-part'])
  writeFileSync(file, whole.slice(0, 5000))
  expect(shown()).toEqual([built, 'content.not-a-pack'])
  writeFileSync(file, whole)
  copyFileSync(file, join(folder, '2029-01-01.wmpack'))
  expect(shown()).toEqual([built, 'content.changed-part'])
  const store = storeIn(folder)
  expect(store.back()).toEqual({ ok: true, value: { version: '2027-01-15' } })
  expect([existsSync(join(folder, '2029-01-01.wmpack')), store.info().problem]).toEqual([false, null])
})

test('an open library uses the new rules at once, and stored data stays as it is', async () => {
  const content = storeIn(temporaryFolder())
  const core = testCore(undefined, '2026-11-22', 'cli', 'create', content)
  await core.api['letter:add-sample'](null)
  await core.idle()
  const read = async () => ({
    letters: (await core.api['letters:list'](null)).letters,
    days: (await core.api['calendar:ics'](null)).text.match(/DTSTART;VALUE=DATE:\d+/g),
    start: await core.api['app:start'](null),
  })
  const before = await read()
  // Shorter: a last day that the letter prints would hide a longer one.
  const shorter = (text: string) => text.replaceAll('"days": 30', '"days": 20')
  const bytes = madePack({
    parts: {
      'law/rules.json': shorter,
      'words/en.json': (text) => text.replace('"roadmap": "Map"', '"roadmap": "The map"'),
    },
  })
  expect(await core.api['content:import']({ bytes })).toMatchObject({ ok: true })
  const after = await read()
  expect(after.letters).toEqual(before.letters)
  expect(after.days).not.toEqual(before.days)
  expect(after.start).toMatchObject({
    appRevision: { content: '2027-01-15' },
    library: { kind: 'open' },
    packWords: { words: { en: { nav: { roadmap: 'The map' } } } },
  })
  expect(await core.api['content:back'](null)).toMatchObject({ ok: true })
  expect((await read()).days).toEqual(before.days)
  await core.close()
})

test('a pack may contain its own paths and no others', () => {
  const yes = ['law/rules.json', 'law/notices/levy/CP90.json', 'law/es/rules.json', 'words/es.json']
  const no = [
    'content-keys.json',
    '../x.json',
    'law/../x.json',
    '/etc/passwd',
    'law/a.ts',
    'law/notices/levy.json',
    'forms\\x.json',
  ]
  expect([yes.filter(isPackPath), no.filter(isPackPath)]).toEqual([yes, []])
})

test.each([
  ['2026-11-22', '2026-11-22.2', -1],
  ['2026-11-22.10', '2026-11-22.9', 1],
  ['2026-12-01', '2026-11-22.2', 1],
  ['2026-11-22.2', '2026-11-22.2', 0],
])('version %s against %s', (a, b, sign) => {
  expect(Math.sign(compareContentVersions(a, b))).toBe(sign)
})

test.each([
  ['0.1.0', '0.1.0', true],
  ['0.10.0', '0.9.9', true],
  ['0.9.9', '0.10.0', false],
  ['1.0.0', '0.99.99', true],
])('app %s is at least %s: %s', (app, needed, enough) => {
  expect(isNewEnough(app, needed)).toBe(enough)
})
