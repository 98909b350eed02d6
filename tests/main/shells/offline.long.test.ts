import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder, temporaryFolder } from '../../support.ts'

/** A network of its own that holds nothing, not even a loopback that is up. */
const cut = ['unshare', '--net', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])]
const canCut = spawnSync(cut[0] ?? '', [...cut.slice(1), 'true']).status === 0
if (!canCut) console.warn('A network of its own cannot be had here: the run without any network is skipped.')

test.skipIf(!canCut)(
  'without any network everything works: letters saved, read, confirmed, and a packet made',
  () => {
    const folder = temporaryFolder()
    const words = [process.execPath, join(projectFolder, 'src/main/shells/cli/waymark.ts'), 'demo', 'demo']
    const [program = '', ...rest] = [...cut, ...words]
    const run = spawnSync(program, rest, { cwd: folder, encoding: 'utf8', timeout: 240_000 })
    expect([run.status, run.stderr]).toEqual([0, ''])
    for (const notice of ['LT11', 'CP523', 'Letter 3172', 'Letter 1058']) expect(run.stdout).toContain(notice)
    expect(readFileSync(join(folder, 'demo/packet.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  },
  260_000,
)
