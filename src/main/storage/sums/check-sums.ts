import type { Database } from 'better-sqlite3'
import { readChain, storedSums, sumOverAll, sumsOfRecords } from './chain.ts'
import type { Owner } from './summed-records.ts'

type ChangedOutside = { letters: string[]; detail: string }

/**
 * The letters whose records are not as the app last wrote them. All of it is read in one transaction, because the app may go on
 * writing meanwhile.
 */
export const checkSums = (database: Database): ChangedOutside[] => database.transaction(check)(database)

function check(database: Database): ChangedOutside[] {
  const chain = readChain(database)
  if (!chain) return [{ letters: [], detail: 'the sums of the records are gone' }]
  const stored = storedSums(database)
  const actual = sumsOfRecords(database, chain.key)
  const found = [...actual].flatMap(([owner, sum]) =>
    stored.get(owner) === sum ? [] : [differing(database, owner, stored.has(owner))],
  )
  const gone = [...stored.keys()].filter((owner) => !actual.has(owner) && owner.startsWith('letter '))
  if (gone.length > 0)
    found.push({ letters: [], detail: `${gone.length} letters were removed outside of Waymark` })
  if (found.length === 0 && sumOverAll(chain.key, stored) !== chain.sum)
    found.push({ letters: [], detail: 'some records are of another time than the others' })
  return found
}

function differing(database: Database, owner: Owner, isKnown: boolean): ChangedOutside {
  const [kind = '', id = ''] = owner.split(' ')
  const detail = isKnown
    ? 'what is stored about the letter was changed outside of Waymark'
    : 'what is stored about the letter was put in outside of Waymark'
  if (kind === 'letter') return { letters: [id], detail }
  const ofScan = database.prepare<[string], string>('SELECT id FROM letter WHERE scan_id = ?').pluck()
  return { letters: ofScan.all(id), detail }
}
