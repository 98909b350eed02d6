import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../support.ts'

const files = globSync('tests/**/*.test.{ts,tsx}', { cwd: projectFolder })
const users = (words: RegExp) =>
  files.filter((file) => words.test(readFileSync(join(projectFolder, file), 'utf8'))).sort()

test('a test that samples its cases is a long test, and the command for all cases finds it', () => {
  const sampling = users(/import \{[^}]*\b(sampleOf|takesAllCases)\b[^}]*\} from/)
  expect(sampling.length).toBeGreaterThan(10)
  expect(sampling.filter((file) => !/\.long\.test\.tsx?$/.test(file))).toEqual([])
})

test('one browser test is quick', () => {
  const quick = files.filter((file) => file.startsWith(join('tests', 'e2e')) && !file.includes('.long.'))
  expect(quick).toEqual([join('tests', 'e2e', 'first-letter.test.ts')])
})
