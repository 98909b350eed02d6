import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { lawProblems } from '../../../src/main/content/check-law.ts'
import { loadLaw } from '../../../src/main/content/law-files.ts'
import { findNotice } from '../../../src/shared/law/law.ts'
import { law } from '../../law.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function copyOfTheLaw(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-law-'))
  folders.push(folder)
  cpSync('resources/law', join(folder, 'law'), { recursive: true })
  return folder
}

test('every notice, rule, station, line, and source named in the law data exists', () => {
  expect(lawProblems(law)).toEqual([])
})

const mission =
  'L3171 L3172 L3886 L3177 LT11 CP90 L1058 L3174 LT75 CP242 CP90C CP92 CP77 CP177 CP297 CP297A CP297C L2439 L4052 L2272C L5259 L2975 CP523 L5603 L4025 L4027 L4711 L3975'
test.each(mission.split(' '))('%s has a title, a next step and a right', (code) => {
  const notice = findNotice(law, code)
  expect(notice?.title.en).not.toBe('')
  expect(notice?.steps[0]?.en.length).toBeGreaterThan(20)
  expect(notice?.rights.length).toBeGreaterThan(0)
  expect(notice?.action).not.toBeNull()
})

test('a notice with a Collection Due Process right is a CDP notice, and every levy one leads to its equivalent hearing', () => {
  const cdp = law.notices.filter((notice) => notice.isCdpNotice)
  expect(cdp.length).toBe(16)
  for (const notice of cdp)
    expect([notice.code, notice.rights.map((right) => right.program).sort()]).toEqual([
      notice.code,
      expect.arrayContaining(['CDP', 'EH', 'CAP']),
    ])
})

test.each([
  ['LT11', ['CDP-1', 'CDP-5', 'CAP-P4', 'SPOUSE-2Y']],
  ['L1058', ['CDP-1', 'CDP-5', 'CAP-F4', 'SPOUSE-2Y']],
  ['CP92', ['CDP-3', 'CDP-5', 'CAP-P4', 'SPOUSE-2Y']],
  ['L3172', ['CDP-2', 'CDP-6', 'CAP-F4', null]],
  ['L4052', ['CAP-I1']],
  ['L2272C', ['CAP-I1']],
  ['L5259', ['CAP-I6']],
  ['CP523', ['CAP-I3', 'CAP-I4']],
  ['L4711', ['CAP-N2']],
  ['CP504', ['LEVY-30']],
  ['L3193', ['CDP-10']],
  ['CP3219A', ['DEF-90', 'DEF-150', null]],
  ['L3171', [null, 'CAP-F4']],
])('the rights of %s count by %j', (code, rules) => {
  expect(findNotice(law, code)?.rights.map((right) => right.rule)).toEqual(rules)
})

test('approvals and denials share one number for the four decisions about a lien', () => {
  const codes = law.notices.filter((notice) => notice.onlyRefusalIsAppealable).map((notice) => notice.code)
  expect(codes.sort()).toEqual(['L4025', 'L4027', 'L4711', 'L5603'])
})

test('a right known only from memory says so', () => {
  const refused = findNotice(law, 'L854C')?.rights[0]
  expect(refused?.unverified).toBe(true)
})

test('a notice with a missing rule stops the start, and the message names both', () => {
  const folder = copyOfTheLaw()
  const file = join(folder, 'law/notices/lien/L3172.json')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"CDP-2"', '"CDP-99"'))
  expect(() => loadLaw(folder)).toThrow(/notice L3172, .*: there is no rule CDP-99/)
})

test('an entry with a wrong value stops the start, and the message names file, entry and field', () => {
  const folder = copyOfTheLaw()
  const file = join(folder, 'law/notices/levy/LT11.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"wherePrinted": "box"', '"wherePrinted": "roof"'))
  expect(() => loadLaw(folder)).toThrow(
    /notices\/levy\/LT11\.json: wherePrinted is "roof", but must be one of: box, footer, ltr-line, form/,
  )
})

test('high confidence is only for what was read in the notice’s own page or text, on a recorded date', () => {
  const unread = law.notices.filter(({ confidence, ownText }) => confidence === 'high' && ownText === null)
  expect(unread.map(({ code }) => code)).toEqual([])
  for (const { code, ownText, sources } of law.notices)
    if (ownText) expect([code, sources]).toEqual([code, expect.arrayContaining([ownText.source])])
})

test('an entry called certain without a reading stops the start', () => {
  const folder = copyOfTheLaw()
  const file = join(folder, 'law/notices/levy/LT11.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"confidence": "medium"', '"confidence": "high"'))
  expect(() => loadLaw(folder)).toThrow(/notice LT11: confidence is high, but ownText does not say/)
})

test('a rule moved by a missing rule stops the start', () => {
  const folder = copyOfTheLaw()
  const file = join(folder, 'law/rules.json')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('"TC-LATE",\n      "T-10"', '"TC-LATER",\n      "T-10"'),
  )
  expect(() => loadLaw(folder)).toThrow(/rule DEF-90: there is no rule TC-LATER/)
})
