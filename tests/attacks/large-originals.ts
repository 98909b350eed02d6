import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { encode } from '@msgpack/msgpack'
import { answerEncoded } from '../../src/main/shells/core-process/encoded-calls.ts'
import { temporaryFolder, testCore } from '../support.ts'
import { peakKilobytes } from './peak-memory.ts'

/*
 * One way by which a letter of 190 MB leaves a library, in a process of its own, and how many megabytes that took above the open
 * library. Arguments: the way (`make` keeps the letter), and the library.
 */
const [way = '', libraryFile = ''] = process.argv.slice(2)
const core = testCore(libraryFile)
const { letters } = await core.api['letters:list'](null)
const before = peakKilobytes()
const done = await go()
const peak = peakKilobytes()
console.log(JSON.stringify({ done, megabytes: Math.round((peak - before) / 1024) }))
await core.close()

async function go(): Promise<unknown> {
  switch (way) {
    case 'make': {
      const bytes = new Uint8Array(randomBytes(190 * 1024 * 1024))
      const added = await core.api['letter:add']({ fileName: 'long.pdf', bytes })
      await core.idle()
      return added.ok
    }
    case 'export to a folder':
      return (await core.folders().exportTo(join(temporaryFolder(), 'export'))).ok
    case 'export as a zip file, to the window':
      return bytesAnswered('library:export', null)
    case 'the original, to the window':
      return bytesAnswered('letter:original', { id: letters[0]?.id })
    case 'a backup':
      return (await core.api['backup:make'](null)).ok
    default:
      throw new Error(way)
  }
}

/** As the server of the browser shell asks the core, and takes what it answers piece by piece. */
async function bytesAnswered(name: 'library:export' | 'letter:original', input: unknown): Promise<boolean> {
  const answered = await answerEncoded(core, name, encode(input))
  if (answered.status !== 200) return false
  return answered.parts.reduce((sum, part) => sum + part.length, 0) > 190 * 1024 * 1024
}
