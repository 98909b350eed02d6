import { expect, test } from 'vitest'
import { runSideBySide, type Step } from './side-by-side.ts'

/** Says its name on both outputs, and ends with the status given. */
const step = (name: string, status = 0): Step => ({
  name,
  command: process.execPath,
  words: ['-e', `console.log('${name} speaks');console.error('${name} complains');process.exit(${status})`],
})

async function run(fails: readonly string[], more: Partial<{ beside: Step }> = {}) {
  const of = (name: string) => step(name, fails.includes(name) ? 3 : 0)
  const lines: string[] = []
  const began: string[] = []
  const passed = await runSideBySide(
    { before: [of('lint'), of('build')], beside: of('types'), tests: of('tests'), ...more },
    {
      out: (text) => lines.push(text.replace(/\d+ s$/, 'N s')),
      async write({ name }) {
        began.push(name)
        return !fails.includes(name)
      },
    },
  )
  return { passed, began, lines }
}

test('says of each step that it passed, and nothing else', async () => {
  const lines = ['passed  lint, N s', 'passed  build, N s', 'passed  types, N s']
  expect(await run([])).toEqual({ passed: true, began: ['tests'], lines })
})

test.each(['lint', 'build'])('when %s fails, shows what it wrote and begins no test', async (name) => {
  const { passed, began, lines } = await run([name])
  expect([passed, began]).toEqual([false, []])
  expect(lines).toContain(`${name} speaks\n${name} complains`)
  expect(lines).toContain(`FAILED  ${name}, N s`)
})

test('when types fail beside tests that pass, it fails and shows why at the end', async () => {
  const { passed, began, lines } = await run(['types'])
  expect([passed, began]).toEqual([false, ['tests']])
  expect(lines.slice(-2)).toEqual(['types speaks\ntypes complains', 'FAILED  types, N s'])
})

test('fails when a test fails, and when a step cannot be started', async () => {
  expect((await run(['tests'])).passed).toBe(false)
  const { passed, lines } = await run([], {
    beside: { name: 'types', command: '/no/such/program', words: [] },
  })
  expect(passed).toBe(false)
  expect(lines.at(-2)).toContain('ENOENT')
})
