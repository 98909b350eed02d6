import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** An npm script, or a program with its words. */
export type Step = { name: string; command: string; words: readonly string[] }

type Plan = {
  /** Run side by side; when one fails, the tests are not begun. */
  before: readonly Step[]
  /** Runs beside all others. */
  beside: Step
  tests: Step
}

type Output = { out(text: string): void; write(step: Step): Promise<boolean> }

/**
 * True when every step passed. Only the tests write on the screen as they run: what another step wrote is shown in one piece,
 * and only when it failed.
 */
export async function runSideBySide({ before, beside, tests }: Plan, output: Output): Promise<boolean> {
  const besides = runQuietly(beside)
  const ends = await Promise.all(before.map(runQuietly))
  const isReady = ends.every(({ passed }) => passed)
  for (const end of ends) report(end, output)
  const passed = isReady && (await output.write(tests))
  const last = await besides
  report(last, output)
  return passed && last.passed
}

type End = { step: Step; passed: boolean; seconds: number; written: string }

function report({ step, passed, seconds, written }: End, { out }: Output): void {
  if (!passed) out(written.trimEnd())
  out(`${passed ? 'passed' : 'FAILED'}  ${step.name}, ${seconds.toFixed(0)} s`)
}

async function runQuietly(step: Step): Promise<End> {
  const begun = performance.now()
  const child = spawn(step.command, step.words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  const ended = once(child, 'close').then(
    ([code]) => ({ code, failure: '' }),
    (error: unknown) => ({ code: null, failure: String(error) }),
  )
  const [out, err, { code, failure }] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const seconds = (performance.now() - begun) / 1000
  return { step, passed: code === 0, seconds, written: `${out}${err}${failure}` }
}

/** With its output on the screen. */
export async function runOnScreen({ command, words }: Step): Promise<boolean> {
  const child = spawn(command, words, { stdio: 'inherit', shell: process.platform === 'win32' })
  const [code] = await once(child, 'exit')
  return code === 0
}
