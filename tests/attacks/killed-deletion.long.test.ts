import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { openDatabase } from '../../src/main/storage/database.ts'
import { openUnprotected } from '../../src/main/storage/protection/unlock-library.ts'
import { attack } from './attack.ts'
import { libraryWith, runWaymark } from './waymark-command.ts'

/* A command that deletes for good has no background: what a kill left undone, the next command finishes. */

/** As a kill leaves it right after the letter is gone: nothing is given back, and the mark is set. */
function deletedAndKilled(): string {
  const file = libraryWith([new Uint8Array(randomBytes(7 * 1024 * 1024)), new Uint8Array([1])])
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  const { library } = opened.value
  const large = library.letters
    .list()
    .find(({ scanId }) => library.files.listOfScan(scanId)[0]?.fileName === '0.pdf')
  if (!large) throw new Error('no letter')
  const deleted = library.write(() => {
    library.wiping.note()
    library.letters.setRemoved(large.id, '2026-11-22T12:00:00.000Z')
    return library.deletion.deleteLetters([large.id])
  })
  if (!deleted.ok) throw new Error(deleted.error.code)
  library.close()
  return file
}

for (const words of [['list'], ['verify']])
  attack(
    `a deletion that was killed, then waymark ${words.join(' ')}`,
    'finished, and the room is given back',
    () => {
      const file = deletedAndKilled()
      const before = statSync(file).size
      const { status } = runWaymark(file, words)
      const database = openDatabase(file, null)
      const free = Number(database.pragma('freelist_count', { simple: true }))
      const due = database.prepare(`SELECT value FROM setting WHERE name = 'wipeDue'`).pluck().get()
      database.close()
      const smaller = before - statSync(file).size > 6 * 1024 * 1024
      const isDone = status === 0 && free === 0 && smaller && (due === undefined || due === 'null')
      return isDone ? 'finished, and the room is given back' : JSON.stringify({ status, free, due, smaller })
    },
  )
