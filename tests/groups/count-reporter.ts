import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'
import type { Counts } from './run-groups.ts'

/** Adds the counts of a run of vitest, and what failed, to a file, for those who run several and print one total. */
export function countReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
      const counts: Counts = { passed: 0, failed: [] }
      for (const error of errors) counts.failed.push(`outside of any test: ${firstLine(error)}`)
      for (const module of modules) {
        const path = relative(process.cwd(), module.moduleId)
        for (const error of module.errors()) counts.failed.push(`${path}: ${firstLine(error)}`)
        for (const test of module.children.allTests()) {
          const result = test.result()
          if (result.state === 'passed') counts.passed += 1
          if (result.state === 'failed')
            counts.failed.push(`${path} > ${test.fullName}: ${firstLine(result.errors[0])}`)
        }
      }
      appendFileSync(file, `${JSON.stringify(counts)}\n`)
    },
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Object && 'message' in error ? String(error.message) : String(error)
  return message.split('\n', 1)[0] ?? ''
}
