import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the command waymark works in a checkout that was never packed', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
  const project = join(import.meta.dirname, '../../..')
  mkdirSync(join(checkout, 'bin'))
  copyFileSync(join(project, 'bin/waymark.cjs'), join(checkout, 'bin/waymark.cjs'))
  for (const name of ['src', 'resources', 'package.json', 'node_modules'])
    symlinkSync(join(project, name), join(checkout, name))

  const said = execFileSync(process.execPath, [
    join(checkout, 'bin/waymark.cjs'),
    'tell',
    'CP504',
    '--dated',
    '2026-11-10',
    '--today',
    '2026-11-30',
  ])
  expect(said.toString()).toContain('CP504')
})
