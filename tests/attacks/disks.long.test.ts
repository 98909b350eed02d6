import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import words from '../../resources/words/en.json' with { type: 'json' }
import type { Core } from '../../src/main/app/core.ts'
import { openUnprotected } from '../../src/main/storage/protection/unlock-library.ts'
import type { Call } from '../../src/shared/contract/contract.ts'
import { projectFolder, temporaryFolder, testCore } from '../support.ts'
import { attack } from './attack.ts'
import { canMountDisks, type Disk, makeDisk } from './disk-image.ts'

/*
 * What the ground under a library can do: be full, take nothing, go away, or be held by somebody else. Each says so in plain
 * words by a code that stays, and what was acknowledged is there afterwards.
 */
const canMount = canMountDisks()
if (!canMount)
  console.warn('No disk can be mounted here (needs root and loop devices): these attacks are left out.')
const options = { skip: !canMount, timeout: 120_000 }

/** Work with a new library on a disk of its own. */
async function onDisk(
  megabytes: number,
  work: (at: { disk: Disk; file: string; core: Core }) => Promise<string>,
  base?: string,
): Promise<string> {
  const disk = makeDisk(megabytes, base)
  try {
    const file = join(disk.folder, 'library.waymark')
    return await work({ disk, file, core: testCore(file) })
  } finally {
    disk.pull()
  }
}

const said: Record<string, string> = words.errors
/** The code of a refusal, if it has words for a person; `done` where it was not refused. */
async function codeOf(core: Core, call: Call, input: unknown): Promise<string> {
  const answer = (await core.call(call, input)) as { ok: boolean; error?: { code: string } }
  if (answer.ok) return 'done'
  const code = answer.error?.code ?? 'no code'
  return said[code] ? code : `${code} without words`
}
const letter = (name: string, bytes = 50_000) => ({
  fileName: name,
  bytes: new Uint8Array(Buffer.alloc(bytes, name)),
})
/** Adds letters until one is refused; their names, and the code of the refusal. */
async function fill(core: Core, most = 1000): Promise<{ kept: string[]; code: string }> {
  const kept: string[] = []
  for (let number = 0; number < most; number += 1) {
    const name = `letter ${number}.bin`
    const code = await codeOf(core, 'letter:add', letter(name))
    if (code !== 'done') return { kept, code }
    kept.push(name)
  }
  return { kept, code: 'done' }
}
async function listed(core: Core): Promise<string[]> {
  return (await core.api['letters:list'](null)).letters.map(({ fileName }) => fileName)
}
/** Whether a library, opened anew, holds what was acknowledged and is whole. */
async function afterwards(file: string, kept: readonly string[]): Promise<string> {
  const core = testCore(file)
  try {
    const names = new Set(await listed(core))
    const lost = kept.filter((name) => !names.has(name))
    const checked = await core.api['library:verify'](null)
    const issues = checked.ok ? checked.value.issues.length : -1
    return lost.length === 0 && issues === 0 ? 'nothing lost' : `${lost.length} lost, ${issues} issues`
  } finally {
    await core.close()
  }
}

attack(
  'a disk that fills up while letters are kept, then every other call that writes',
  'library.disk-full, others library.disk-full, nothing lost',
  () =>
    onDisk(8, async ({ disk, file, core }) => {
      const { kept, code } = await fill(core)
      const rest = join(disk.folder, 'rest')
      try {
        writeFileSync(rest, Buffer.alloc(8_000_000))
      } catch {
        // Whatever there was room for.
      }
      const others = new Set([
        await codeOf(core, 'backup:make', null),
        await codeOf(core, 'library:protect', { passphrase: 'four velvet otter words test' }),
        await codeOf(core, 'backup:import', letter('another.waymark', 5_000_000)),
        await core
          .folders()
          .exportTo(join(disk.folder, 'export'))
          .then((done) => (done.ok ? 'done' : done.error.code)),
      ])
      await core.close()
      execFileSync('rm', [rest])
      return `${code}, others ${[...others].join(' ')}, ${await afterwards(file, kept)}`
    }),
  options,
)

attack(
  'a disk that the system stops writing to after a fault, while a library is open',
  'library.disk-trouble, letters are still shown, nothing lost',
  () =>
    onDisk(16, async ({ disk, file, core }) => {
      const { kept } = await fill(core, 3)
      execFileSync('mount', ['-o', 'remount,abort', disk.folder])
      const code = await codeOf(core, 'letter:add', letter('after.bin'))
      const shown = (await listed(core)).length === kept.length
      await core.close()
      disk.pull()
      disk.mount()
      return `${code}, ${shown ? 'letters are still shown' : 'letters are gone'}, ${await afterwards(file, kept)}`
    }),
  options,
)

attack(
  'a disk that is read-only when a library on it is opened',
  'library.read-only, nothing lost',
  () =>
    onDisk(16, async ({ disk, file, core }) => {
      const { kept } = await fill(core, 3)
      await core.close()
      execFileSync('mount', ['-o', 'remount,ro', disk.folder])
      const opened = openUnprotected(file)
      execFileSync('mount', ['-o', 'remount,rw', disk.folder])
      return `${opened.ok ? 'opened' : opened.error.code}, ${await afterwards(file, kept)}`
    }),
  options,
)

attack(
  'a drive that is pulled while a library on it is open, and put back in',
  'library.moved, no new library in its place, nothing lost',
  () =>
    onDisk(16, async ({ disk, file, core }) => {
      const { kept } = await fill(core, 5)
      disk.pull()
      const code = await codeOf(core, 'letter:add', letter('after.bin'))
      await core.close()
      const place = existsSync(file) ? 'a new library in its place' : 'no new library in its place'
      disk.mount()
      return `${code}, ${place}, ${await afterwards(file, kept)}`
    }),
  options,
)

attack(
  'a drive that takes nothing more, although it said that it had room',
  'library.disk-trouble, nothing lost',
  async () => {
    // The disk lies in a file for which there is less room than it believes.
    const ground = temporaryFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', ground])
    try {
      return await onDisk(
        64,
        async ({ disk, file, core }) => {
          const { kept, code } = await fill(core)
          await core.close()
          disk.pull()
          execFileSync('mount', ['-o', 'remount,size=100m', ground])
          disk.mount()
          return `${code}, ${await afterwards(file, kept)}`
        },
        ground,
      )
    } finally {
      spawnSync('umount', ['-l', ground])
    }
  },
  options,
)

attack('a second process that holds the library', 'library.busy, then done', async () => {
  const file = join(temporaryFolder(), 'library.waymark')
  const core = testCore(file)
  await fill(core, 1)
  const hold = `import D from 'better-sqlite3'; const d = new D(${JSON.stringify(file)}); d.exec('BEGIN IMMEDIATE')
    console.log('held'); setTimeout(() => { d.exec('COMMIT'); d.close() }, 7000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', hold], { cwd: projectFolder })
  await new Promise((resolve) => other.stdout.once('data', resolve))
  const code = await codeOf(core, 'letter:add', letter('ours.bin'))
  await new Promise((resolve) => other.once('close', resolve))
  const then = await codeOf(core, 'letter:add', letter('ours.bin'))
  await core.close()
  return `${code}, then ${then}`
})

const names: [string, string][] = [
  ['255 bytes', `${'a'.repeat(251)}.pdf`],
  ['255 bytes of four-byte signs', `${'😀'.repeat(62)}abc.pdf`],
  ['right-to-left marks', 'bill\u202efdp.exe'],
  ['a line feed and an escape', 'a\nb\u001b[2J.pdf'],
  ['nothing but dots', '...'],
  ['a folder in it', '../../etc/passwd'],
  ['half of a pair', 'a\ud800.pdf'],
]
attack(
  'names of files that are long, turn around, or are none',
  'all kept, shown on one line, exported, and back',
  async () => {
    const core = testCore()
    const other = testCore()
    try {
      for (const [what, name] of names) {
        const added = await codeOf(core, 'letter:add', letter(name, 1000 + what.length))
        if (added !== 'done') return `${what}: ${added}`
      }
      await core.idle()
      const shown = await listed(core)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      const odd = shown.filter((name) => /[\u0000-\u001f\u202a-\u202e/\\]/.test(name))
      if (odd.length > 0 || shown.length !== names.length) return `shown as ${JSON.stringify(odd)}`
      const folder = join(temporaryFolder(), 'export')
      const out = await core.folders().exportTo(folder)
      if (!out.ok) return out.error.code
      const long = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        (path) => Buffer.byteLength(path.split('/').at(-1) ?? '') > 255,
      )
      if (long.length > 0) return 'a name of more than 255 bytes'
      const back = await other.folders().importFrom(folder)
      const same = back.ok && (await listed(other)).sort().join() === shown.sort().join()
      return same ? 'all kept, shown on one line, exported, and back' : 'not the same'
    } finally {
      await core.close()
      await other.close()
    }
  },
)
