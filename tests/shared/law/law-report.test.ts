import { expect, test } from 'vitest'
import { lawEntries } from '../../../scripts/law-entries.ts'
import { lawReport } from '../../../scripts/law-report-text.ts'
import { law } from '../../law.ts'
import { day } from './dated-letter.ts'

test('the report counts every entry once by confidence and once by age', () => {
  const report = lawReport(law, day('2026-12-01'), null)
  const numbers = (line: RegExp) =>
    [...(line.exec(report)?.[0] ?? '').matchAll(/ (\d+)/g)].map(([, n]) => Number(n))
  const sum = (values: number[]) => values.reduce((all, each) => all + each, 0)
  expect(sum(numbers(/ {2}letters: .*/))).toBe(law.notices.length)
  expect(sum(numbers(/ {2}rules: .*/))).toBe(law.rules.length)
  const ages = [...report.matchAll(/^ {2}(?:up to \d+ days|older): (\d+)$/gm)].map(([, n]) => Number(n))
  expect(sum(ages)).toBe(law.notices.length + law.named.length)
})

test('it names what is not verified', () => {
  const report = lawReport(law, day('2026-12-01'), null)
  expect(report).toMatch(/rules from memory alone: \d+: .*\bT-13\b/)
  expect(report).toMatch(/rules that say so: \d+: .*\bT-15\b/)
  const right = law.notices.flatMap(({ code, rights }) =>
    rights.filter((each) => each.unverified).map(() => code),
  )[0]
  expect(report).toContain(`${right}:`)
})

test('it says that old facts are old', () => {
  expect(lawReport(law, day('2026-12-01'), null)).not.toContain('OLD')
  expect(lawReport(law, day('2029-12-01'), null)).toContain('OLD')
})

test('it says what is new, changed, and gone since an earlier version, in whichever layout its files had', () => {
  const files = (rules: object[], letters: Record<string, unknown>, version: string) =>
    lawEntries(
      new Map(
        Object.entries({
          'resources/law/sources.json': { version },
          'resources/law/rules.json': rules,
          ...letters,
        }).map(([path, value]) => [path, JSON.stringify(value)]),
      ),
    )
  const [cp1, cp2] = [
    { code: 'CP1', title: 'One' },
    { code: 'CP2', title: 'Two' },
  ]
  const earlier = files(
    [{ id: 'CDP-1', count: { days: 30 } }],
    { 'resources/law/notices/levy.json': [cp1, cp2, { code: 'CP9', title: 'Nine' }] },
    '2025-01-01',
  )
  const later = files(
    [{ id: 'CDP-1', count: { days: 31 } }],
    {
      'resources/law/notices/levy/CP1.json': {
        ...cp1,
        es: { title: 'Uno' },
        worked: [],
        variants: [{ code: 'CP1A' }],
      },
      'resources/law/notices/levy/CP2.json': { ...cp2, title: 'Two, in other words' },
    },
    '2026-01-01',
  )
  const report = lawReport(law, day('2026-12-01'), { before: earlier, now: later })
  expect(report).toContain('Changes since version 2025-01-01')
  expect(report).toContain('letters added: 1: CP1A')
  expect(report).toContain('letters changed: 1: CP2')
  expect(report).toContain('letters gone: 1: CP9')
  expect(report).toContain('rules changed: 1: CDP-1')
})
