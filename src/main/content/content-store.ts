import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  ContentVersion,
  compareContentVersions,
  maxPackBytes,
  type PackManifest,
} from '../../shared/content/pack.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { writeAtomically } from '../storage/atomic-write.ts'
import { builtInContent, type Content, contentFrom } from './content.ts'
import { packFiles } from './content-files.ts'
import type { ContentKey } from './content-keys.ts'
import { openPack, type PackFailure } from './open-pack.ts'

export type ContentOptions = {
  resources: string
  /** Where packs are kept, on this computer; null keeps none. */
  folder: string | null
  keys: readonly ContentKey[]
  /** The version of this app. */
  app: string
}
export type ContentFailure =
  | PackFailure
  | Failure<'content.not-newer' | 'content.wrong-data' | 'content.nothing-to-undo' | 'content.not-kept'>
export type ContentStore = ReturnType<typeof createContentStore>
type Pack = { manifest: PackManifest; content: Content }

const ending = '.wmpack'

/**
 * The rules, words and forms in use: those of the newest pack in the folder, if it passes every check again and is newer
 * than what the app brings along, else those of the app.
 */
export function createContentStore({ resources, folder, keys, app }: ContentOptions) {
  const builtIn = builtInContent(resources)
  let pack: Pack | null = null
  let problem: ContentFailure['code'] | null = null

  /** The newest last. */
  function kept(): string[] {
    if (!folder || !existsSync(folder)) return []
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter((version) => ContentVersion.safeParse(version).success)
      .sort(compareContentVersions)
  }
  const fileOf = (version: string) => join(folder ?? '', `${version}${ending}`)

  function look(): void {
    pack = null
    problem = null
    const version = kept().at(-1)
    // An app that brings newer rules along has overtaken the pack.
    if (version === undefined || compareContentVersions(version, builtIn.law.version) <= 0) return
    const opened = readPack(version)
    if (opened.ok) pack = opened.value
    else problem = opened.error.code
  }
  function readPack(version: string): Result<Pack, ContentFailure> {
    const bytes = bytesOf(fileOf(version))
    if (!bytes) return err({ code: 'content.not-a-pack' })
    const opened = check(bytes)
    // A file that was renamed would pretend to be another version.
    if (opened.ok && opened.value.manifest.version !== version) return err({ code: 'content.changed-part' })
    return opened
  }
  function check(bytes: Uint8Array): Result<Pack, ContentFailure> {
    const opened = openPack(bytes, { keys, app })
    if (!opened.ok) return opened
    try {
      const content = contentFrom(packFiles(opened.value.parts), builtIn.law)
      const { manifest } = opened.value
      if (content.law.version !== manifest.version) return err({ code: 'content.wrong-data' })
      return ok({ manifest, content })
    } catch {
      return err({ code: 'content.wrong-data' })
    }
  }
  const versionInUse = () => pack?.manifest.version ?? builtIn.law.version

  look()
  return {
    inUse: (): Content => pack?.content ?? builtIn,
    version: versionInUse,
    info() {
      const earlier = kept().at(-2)
      const before =
        earlier && compareContentVersions(earlier, builtIn.law.version) > 0 ? earlier : builtIn.law.version
      return {
        builtIn: builtIn.law.version,
        pack: pack && {
          version: pack.manifest.version,
          madeOn: pack.manifest.madeOn,
          key: pack.manifest.key,
        },
        /** To what `back` goes; null: there is nothing to take back. */
        backTo: pack || problem ? before : null,
        /** Why the pack that is kept is not used. */
        problem,
        /** Without a key no pack can be believed. */
        takesPacks: folder !== null && keys.length > 0,
      }
    },
    /** Checks a pack and keeps it; it is in use at once. Nothing is kept of one that is refused. */
    take(bytes: Uint8Array): Result<{ version: string }, ContentFailure> {
      const checked = check(bytes)
      if (!checked.ok) return checked
      const { version } = checked.value.manifest
      if (compareContentVersions(version, versionInUse()) <= 0) return err({ code: 'content.not-newer' })
      if (!folder) return err({ code: 'content.not-kept' })
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        // What a crash left of one that was not taken in the end.
        for (const name of readdirSync(folder).filter((each) => each.endsWith(`${ending}.new`)))
          rmSync(join(folder, name), { force: true })
        writeAtomically(fileOf(version), Buffer.from(bytes).toString('utf8'))
      } catch {
        return err({ code: 'content.not-kept' })
      }
      // The one before stays, so that a person can go back.
      for (const old of kept().filter((each) => each !== version && each !== pack?.manifest.version))
        rmSync(fileOf(old), { force: true })
      pack = checked.value
      problem = null
      return ok({ version })
    },
    /** Leaves the newest pack for the one before it, or for what the app brings along. */
    back(): Result<{ version: string }, ContentFailure> {
      const version = kept().at(-1)
      if (version === undefined || (!pack && !problem)) return err({ code: 'content.nothing-to-undo' })
      rmSync(fileOf(version), { force: true })
      look()
      return ok({ version: versionInUse() })
    },
  }
}

/** null: it cannot be read. One byte more than the most, so that a longer file is refused as such. */
function bytesOf(file: string): Buffer | null {
  try {
    const handle = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(maxPackBytes + 1)
      return bytes.subarray(0, readSync(handle, bytes))
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}
