import { runOnScreen, runSideBySide, type Step } from './side-by-side.ts'

/**
 * `npm test`: the window is built and the code linted, then the quick tests run, and the types are checked beside all of it.
 * Words after `npm test --` go to the tests.
 */
const script = (name: string): Step => ({ name, command: 'npm', words: ['run', '--silent', name] })
const build: Step = { name: 'build', command: 'npx', words: ['electron-vite', 'build', '--logLevel', 'warn'] }
const tests: Step = {
  name: 'tests',
  command: 'npx',
  words: ['vitest', 'run', '--project=!long*', ...process.argv.slice(2)],
}
const passed = await runSideBySide(
  { before: [script('lint'), build], beside: script('types'), tests },
  { out: console.log, write: runOnScreen },
)
process.exitCode = passed ? 0 : 1
