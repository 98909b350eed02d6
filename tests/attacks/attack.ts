import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../support.ts'

/** Where each attack leaves its line, for the table of `npm run test:attacks`. */
export const attackRows = join(projectFolder, 'out/attacks')

/**
 * One attack: `run` tries it and says what came of it, which must be `expected`. Each adds a line to `out/attacks`, from
 * which the table of all attacks is printed.
 */
export function attack(
  name: string,
  expected: string,
  run: () => string | Promise<string>,
  options: { timeout?: number; skip?: boolean } = {},
): void {
  test.skipIf(options.skip ?? false)(name, { timeout: options.timeout ?? 60_000 }, async () => {
    const seen = await run()
    mkdirSync(attackRows, { recursive: true })
    const row = JSON.stringify({ attack: name, expected, seen })
    appendFileSync(join(attackRows, `rows-${process.pid}.jsonl`), `${row}\n`)
    expect(seen).toBe(expected)
  })
}
