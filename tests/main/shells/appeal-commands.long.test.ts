import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { offersCommand, reasonsCommand } from '../../../src/main/shells/cli/appeal-commands.ts'
import { attachCommand, exhibitsCommand } from '../../../src/main/shells/cli/exhibit-commands.ts'
import { addCommand, answerCommand, confirmCommand } from '../../../src/main/shells/cli/letter-commands.ts'
import {
  blankCommand,
  draftCommand,
  formCommand,
  packetCommand,
} from '../../../src/main/shells/cli/paper-commands.ts'
import { temporaryFolder } from '../../support.ts'

/** The official blank is read where it is; without it its test is skipped. */
const blank2848 = join('..', 'shared/forms/f2848.pdf')

const folder = temporaryFolder()
const options = { today: '2026-03-12', json: true, out: join(folder, 'paper.pdf') }
const plain = { ...options, json: false }
let printed: string[] = []
let id = ''

type Line = Record<string, unknown>
const lines = (): Line[] => printed.map((line) => JSON.parse(line) as Line)
const blank = () => (lines().at(-1)?.blank ?? []) as { name: string; what: string; stops: boolean }[]
async function status(run: Promise<void>): Promise<number> {
  process.exitCode = 0
  await run
  const code = Number(process.exitCode)
  process.exitCode = 0
  return code
}

beforeAll(async () => {
  vi.stubEnv('WAYMARK_LIBRARY', join(folder, 'library.waymark'))
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  copyFileSync('resources/samples/4-letter-1058.pdf', join(folder, 'letter.pdf'))
  await addCommand([join(folder, 'letter.pdf')], options)
  id = String(lines()[0]?.id)
}, 60_000)
beforeEach(() => {
  printed = []
})
afterEach(() => {
  process.exitCode = 0
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('a paper says what is still blank', () => {
  test.each([
    ['draft', draftCommand],
    ['packet', packetCommand],
  ])('%s: by name, with what to do, and status 2', async (_, command) => {
    expect(await status(command(id, options))).toBe(2)
    expect(blank()).toContainEqual({
      name: 'The facts',
      what: 'Nobody has confirmed what was read from the letter. Compare it with the facts first.',
      stops: true,
    })
    expect(blank()).toContainEqual(expect.objectContaining({ name: 'Block 8', stops: true }))
    printed = []
    expect(await status(command(id, plain))).toBe(2)
    expect(printed.join('\n')).toContain('Missing. Do not send before this is filled:\n  The facts:')
    expect(printed.join('\n')).toContain('  Block 8: Choose a reason; a request without one is not honored.')
  })

  test.skipIf(!existsSync(blank2848))('form: an official blank without its representative', async () => {
    await blankCommand(blank2848, options)
    printed = []
    expect(await status(formCommand(id, '2848', options))).toBe(2)
    expect(blank()).toContainEqual(expect.objectContaining({ name: 'Representative', stops: true }))
    await answerCommand(id, ['representativeName=Ada Helper'], plain)
    printed = []
    expect(await status(formCommand(id, '2848', options))).toBe(0)
    expect(blank().map(({ name }) => name)).toContain('SSN or EIN')
    await answerCommand(id, ['representativeName='], plain)
  })

  test('status 0 once nothing stops it', async () => {
    await confirmCommand(id, [], options)
    await reasonsCommand(id, ['hardship=Income is $2,310 a month, basic expenses are $2,290.'], options)
    await offersCommand(id, ['monthly=$250; April 15, 2026'], options)
    printed = []
    expect(await status(packetCommand(id, options))).toBe(0)
    expect(blank().filter(({ stops }) => stops)).toEqual([])
    await offersCommand(id, ['monthly=$250'], options)
    printed = []
    expect(await status(packetCommand(id, options))).toBe(2)
    expect(blank()[0]?.what).toContain('Write the day.')
  })
})

describe('what the app asks is set on the command line too', () => {
  const chosen = () =>
    lines()
      .filter((line) => line.chosen)
      .map((line) => [line.id, line.facts])

  test('reasons: chosen with their facts, without, and taken back', async () => {
    await reasonsCommand(id, ['hardship=Rent is $1,150; a = b.', 'paid'], options)
    expect(chosen()).toEqual([
      ['paid', ''],
      ['hardship', 'Rent is $1,150; a = b.'],
    ])
    printed = []
    await reasonsCommand(id, ['hardship='], options)
    expect(chosen()).toEqual([['paid', '']])
    printed = []
    await reasonsCommand(id, [], options)
    expect(chosen()).toEqual([['paid', '']])
  })

  test('offers: with an amount and a day, without, and taken back', async () => {
    await offersCommand(id, ['monthly=$1,250; April 15, 2026', 'release-levy'], options)
    const said = lines().filter((line) => line.chosen)
    expect(said.map((line) => [line.id, line.amount, line.day])).toEqual([
      ['monthly', '$1,250', 'April 15, 2026'],
      ['release-levy', '', ''],
    ])
    printed = []
    await offersCommand(id, ['monthly='], options)
    expect(lines().filter((line) => line.chosen)).toHaveLength(1)
  })

  test('what does not fit is refused with what does', async () => {
    await expect(reasonsCommand(id, ['ia-paid=x'], options)).rejects.toThrow(/does not fit.*hardship/)
    await expect(offersCommand(id, ['release-levy=$5'], options)).rejects.toThrow(/takes nothing more/)
    await expect(offersCommand(id, ['monthly=$5; May 1; more'], options)).rejects.toThrow(
      /an amount and a day/,
    )
  })

  test('signer and contact, set, shown, and taken back', async () => {
    await answerCommand(id, ['signer=representative', 'contact=revenueOfficer', 'form=9423'], plain)
    await answerCommand(id, [], options)
    expect(lines().at(-1)?.answers).toMatchObject({
      signer: 'representative',
      contact: 'revenueOfficer',
      form: '9423',
    })
    await answerCommand(id, ['signer=taxpayer', 'contact=', 'form='], options)
    expect(lines().at(-1)?.answers).toMatchObject({ signer: 'taxpayer', contact: null, form: null })
  })

  test('exhibits: listed in the order of the packet, and removed by their letter', async () => {
    const file = join(folder, 'bank.pdf')
    writeFileSync(file, readFileSync('resources/samples/1-lt11.pdf'))
    await attachCommand(id, file, 'Bank statement', options)
    await attachCommand(id, file, 'Pay stub', options)
    await answerCommand(id, ['attachments=A letter of my doctor'], plain)
    printed = []
    await exhibitsCommand(id, options)
    expect(lines().map(({ name, title, how }) => [name, title, how])).toEqual([
      ['Exhibit A', 'Bank statement', 'file'],
      ['Exhibit B', 'Pay stub', 'file'],
      ['Exhibit C', 'A letter of my doctor', 'paper'],
      [expect.any(String), expect.any(String), 'letter'],
    ])
    printed = []
    await exhibitsCommand(id, { ...options, remove: 'A' })
    expect(
      lines()
        .map(({ name, title }) => [name, title])
        .slice(0, 2),
    ).toEqual([
      ['Exhibit A', 'Pay stub'],
      ['Exhibit B', 'A letter of my doctor'],
    ])
    await expect(exhibitsCommand(id, { ...options, remove: 'Q' })).rejects.toThrow(/no exhibit "Q"/)
    await expect(exhibitsCommand(id, { ...options, remove: 'B' })).rejects.toThrow(/add yourself/)
  })
})

test('a letter without an appeal gets no packet, but the reason, what fits, and by when', async () => {
  await confirmCommand(id, ['noticeCode=L3219', 'noticeDate=2026-03-02', 'respondByDate='], options)
  for (const command of [draftCommand, packetCommand])
    await expect(command(id, options)).rejects.toThrow(
      /No appeal form goes with this letter[\s\S]*Tax Court[\s\S]*400 Second Street NW/,
    )
})
