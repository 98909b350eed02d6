import { spawnSync } from 'node:child_process'
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { accessTo, openUnprotected, unlock } from '../../src/main/storage/protection/unlock-library.ts'
import { createDiskModel, type Event, type Survives } from './disk-model.ts'
import { createRandom, passphrase } from './plan.ts'

export type PowerCuts = { images: number; syncs: number; acknowledged: number; problems: string[] }

/** No two alike; a few pages each, some so large that the journal is played back between them. */
export const bytesOfLetter = (number: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.alloc(number % 3 === 0 ? 1_000_000 : 20_000, `letter ${number} `))

/**
 * Lets a program keep letters and change the protection, records all that it writes, and opens what a power cut may leave
 * at each sync and each acknowledgment: every letter that was acknowledged must be there, byte for byte.
 *
 * @param ignoresSyncs a disk that lies about syncs, to see that the model finds what is lost then
 */
export async function runPowerCuts(options: { ignoresSyncs: boolean; seed: number }): Promise<PowerCuts> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-power-'))
  const file = join(folder, 'library.waymark')
  const log = await recorded(file)
  const model = createDiskModel(folder, options)
  const random = createRandom(options.seed)
  const cuts: PowerCuts = { images: 0, syncs: 0, acknowledged: 0, problems: [] }
  const image = join(folder, 'image')
  for await (const line of createInterface({ input: createReadStream(log) })) {
    // What may be lost at a moment is most just before the next sync has come through.
    const isBarrier = /^(fsync|fdatasync)\(|^write\(1, /.test(line)
    if (isBarrier)
      for (const survives of ['none', 'some', 'all'] as const)
        await look(model.image(survives, random), `before ${cuts.syncs}`, survives)
    count(model.take(line))
  }
  for (const survives of ['none', 'some', 'all'] as const)
    await look(model.image(survives, random), 'at the end', survives)
  rmSync(folder, { recursive: true })
  return cuts

  function count(event: Event | null): void {
    if (event?.kind === 'sync') cuts.syncs += 1
    if (event?.kind === 'said' && event.line.startsWith('kept')) cuts.acknowledged += 1
  }
  async function look(files: Map<string, Buffer>, when: string, survives: Survives): Promise<void> {
    rmSync(image, { recursive: true, force: true })
    for (const [path, bytes] of files) {
      const to = join(image, path.slice(folder.length + 1))
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(to, bytes)
    }
    cuts.images += 1
    const problem = await problemOf(join(image, 'library.waymark'), cuts.acknowledged)
    if (problem) cuts.problems.push(`${when} (${survives} of the unsynced): ${problem}`)
  }
}

async function recorded(file: string): Promise<string> {
  const log = join(mkdtempSync(join(tmpdir(), 'waymark-log-')), 'calls')
  const calls = 'openat,close,write,pwrite64,ftruncate,rename,unlink,fsync,fdatasync'
  const traced = spawnSync(
    'strace',
    [
      ...['-qq', '-xx', '-s', '10000000', '-e', `trace=${calls}`, '-o', log],
      ...[process.execPath, join(import.meta.dirname, 'power-child.ts'), file],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (traced.status !== 0) throw new Error(`the program ended with ${traced.status}`)
  return log
}

async function problemOf(file: string, acknowledged: number): Promise<string | null> {
  const access = accessTo(file)
  if (access.kind === 'new') return acknowledged > 0 ? 'there is no library' : null
  const opened =
    access.kind === 'locked'
      ? await unlock(file, { kind: 'passphrase', passphrase })
      : access.kind === 'unprotected'
        ? openUnprotected(file)
        : null
  if (!opened?.ok) return `it does not open: ${opened ? opened.error.code : access.kind}`
  const { library } = opened.value
  const sizes = new Map([...library.files.list().values()].flat().map(({ fileName, id }) => [fileName, id]))
  const lost: number[] = []
  for (let number = 1; number <= acknowledged; number += 1) {
    const id = sizes.get(`${number}.pdf`)
    if (!id || !Buffer.from(library.files.getBytes(id)).equals(Buffer.from(bytesOfLetter(number))))
      lost.push(number)
  }
  library.close()
  return lost.length === 0 ? null : `letters ${lost.join(', ')} are lost`
}
