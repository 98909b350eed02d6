import { appendFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Adds the counts of a run of vitest to a file, for those who run several and print one total. */
export function countReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
      let [passed, failed] = [0, errors.length]
      for (const module of modules) {
        if (module.errors().length > 0) failed += 1
        for (const test of module.children.allTests()) {
          const { state } = test.result()
          if (state === 'passed') passed += 1
          if (state === 'failed') failed += 1
        }
      }
      appendFileSync(file, `${JSON.stringify({ passed, failed })}\n`)
    },
  }
}
