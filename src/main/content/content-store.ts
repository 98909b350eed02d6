import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  ContentVersion,
  compareContentVersions,
  maxPackBytes,
  type PackManifest,
} from '../../shared/content/pack.ts'
import type { Law } from '../../shared/law/law.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { makePrivateFolder, sweepNew, writeAtomically } from '../files/private-files.ts'
import { builtInContent, type Content, contentFrom } from './content.ts'
import { packFiles } from './content-files.ts'
import type { ContentKey } from './content-keys.ts'
import { openPack, type PackFailure } from './open-pack.ts'

type ContentOptions = {
  resources: string
  /** The folder on this computer where packs are stored; null stores none. */
  folder: string | null
  keys: readonly ContentKey[]
  /** The version of this app. */
  app: string
}
type ContentFailure =
  | PackFailure
  | Failure<'content.not-newer' | 'content.wrong-data' | 'content.nothing-to-undo' | 'content.not-kept'>
export type ContentStore = ReturnType<typeof createContentStore>
type Pack = { manifest: PackManifest; content: Content }

const ending = '.wmpack'

/**
 * The rules, words, and forms in use: those of the newest pack in the folder if it passes every check again
 * and is newer than what ships with the app; otherwise the app's own.
 */
export function createContentStore({ resources, folder, keys, app }: ContentOptions) {
  const builtIn = builtInContent(resources)
  const packs = createPackFolder(folder)
  const check = (bytes: Uint8Array) => checkPack(bytes, { keys, app, builtIn: builtIn.law })
  let pack: Pack | null = null
  let problem: ContentFailure['code'] | null = null

  function look(): void {
    pack = null
    problem = null
    const version = packs.versions().at(-1)
    // The app now ships with rules newer than the pack.
    if (version === undefined || compareContentVersions(version, builtIn.law.version) <= 0) return
    const opened = namedSo(version, packs.read(version), check)
    if (opened.ok) pack = opened.value
    else problem = opened.error.code
  }
  const versionInUse = () => pack?.manifest.version ?? builtIn.law.version

  packs.sweep()
  look()
  return {
    inUse: (): Content => pack?.content ?? builtIn,
    version: versionInUse,
    info() {
      return {
        builtIn: builtIn.law.version,
        pack: pack && saidOf(pack.manifest),
        /** The version that `back` returns to; null: there is none. */
        backTo: pack || problem ? laterOf(packs.versions().at(-2), builtIn.law.version) : null,
        /** Why the stored pack is not used. */
        problem,
        /** Without a key no pack can be trusted. */
        takesPacks: folder !== null && keys.length > 0,
      }
    },
    /** Checks a pack and stores it; it is in use at once. Of a pack that is refused, nothing is stored. */
    take(bytes: Uint8Array): Result<{ version: string }, ContentFailure> {
      const checked = check(bytes)
      if (!checked.ok) return checked
      const { version } = checked.value.manifest
      if (compareContentVersions(version, versionInUse()) <= 0) return err({ code: 'content.not-newer' })
      // The previous pack stays, so that a person can go back to it.
      if (!packs.store(version, bytes, pack?.manifest.version)) return err({ code: 'content.not-kept' })
      pack = checked.value
      problem = null
      return ok({ version })
    },
    /** Leaves the newest pack for the one before it, or for what ships with the app. */
    back(): Result<{ version: string }, ContentFailure> {
      const version = packs.versions().at(-1)
      if (version === undefined || (!pack && !problem)) return err({ code: 'content.nothing-to-undo' })
      packs.remove(version)
      look()
      return ok({ version: versionInUse() })
    },
  }
}

/** A renamed file could pose as another version. */
function namedSo(
  version: string,
  bytes: Buffer | null,
  check: (bytes: Uint8Array) => Result<Pack, ContentFailure>,
): Result<Pack, ContentFailure> {
  const opened = bytes ? check(bytes) : err({ code: 'content.not-a-pack' } as const)
  const isOther = opened.ok && opened.value.manifest.version !== version
  return isOther ? err({ code: 'content.changed-part' }) : opened
}

const saidOf = ({ version, madeOn, key }: PackManifest) => ({ version, madeOn, key })

/** What ships with the app may be newer than an earlier pack. */
const laterOf = (earlier: string | undefined, builtIn: string): string =>
  earlier && compareContentVersions(earlier, builtIn) > 0 ? earlier : builtIn

function checkPack(
  bytes: Uint8Array,
  { keys, app, builtIn }: Pick<ContentOptions, 'keys' | 'app'> & { builtIn: Law },
): Result<Pack, ContentFailure> {
  const opened = openPack(bytes, { keys, app })
  if (!opened.ok) return opened
  try {
    const content = contentFrom(packFiles(opened.value.parts), builtIn)
    const { manifest } = opened.value
    if (content.law.version !== manifest.version) return err({ code: 'content.wrong-data' })
    return ok({ manifest, content })
  } catch {
    return err({ code: 'content.wrong-data' })
  }
}

/** The packs stored on this computer, one file per version; null stores none. */
function createPackFolder(folder: string | null) {
  const fileOf = (version: string) => join(folder ?? '', `${version}${ending}`)
  /** Newest last. */
  function versions(): string[] {
    if (!folder || !existsSync(folder)) return []
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter((version) => ContentVersion.safeParse(version).success)
      .sort(compareContentVersions)
  }
  return {
    versions,
    /** Removes what a crash left behind before a pack was complete. */
    sweep(): void {
      if (!folder || !existsSync(folder)) return
      try {
        sweepNew(folder)
        // Earlier versions left it under this name.
        for (const name of readdirSync(folder).filter((each) => each.endsWith(`${ending}.new`)))
          rmSync(join(folder, name), { force: true })
      } catch {
        // In a read-only folder it stays for now; it is not a pack.
      }
    },
    read: (version: string): Buffer | null => bytesOf(fileOf(version)),
    remove: (version: string): void => rmSync(fileOf(version), { force: true }),
    /** Stores a pack and deletes all others but the one to go back to. False: it could not be stored. */
    store(version: string, bytes: Uint8Array, keep: string | undefined): boolean {
      if (!folder) return false
      try {
        makePrivateFolder(folder)
        writeAtomically(fileOf(version), bytes)
      } catch {
        return false
      }
      for (const old of versions().filter((each) => each !== version && each !== keep))
        rmSync(fileOf(old), { force: true })
      return true
    },
  }
}

/** null: the file cannot be read. Reads one byte more than the limit, so that a longer file is refused as too long. */
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
