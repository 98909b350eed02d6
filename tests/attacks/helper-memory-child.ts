import { createHelperKeys } from '../../src/main/app/helper/helper-keys.ts'
import { listHelped } from '../../src/main/app/helper/list-helped.ts'
import { loadLaw } from '../../src/main/content/law-files.ts'
import { Day } from '../../src/shared/model/day.ts'
import { peakKilobytes } from './peak-memory.ts'

/*
 * Lists the libraries of a helper in a process of its own, twice, and says how many megabytes the second time kept and took at
 * most, and how long it was. Arguments: the folder with the keys, their passphrase, and the project's folder.
 */
const [folder = '', passphrase = '', resources = ''] = process.argv.slice(2)
const keys = createHelperKeys(folder)
const law = loadLaw(resources)
const opened = await keys.unlock(passphrase)
if (!opened.ok) throw new Error(opened.error.code)
const list = () =>
  listHelped({
    keys,
    known: { sawLater: () => null },
    law: () => law,
    clock: { today: () => Day.parse('2026-11-22'), now: () => '2026-11-22T12:00:00.000Z' },
    own: '',
    openAt: () => null,
  })
/** Bytes that are held once everything else is collected. */
function held(): number {
  if (!global.gc) throw new Error('node --expose-gc')
  global.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
await list()
const heldBefore = held()
const before = peakKilobytes()
const began = performance.now()
const listed = await list()
const ms = Math.round(performance.now() - began)
const peak = peakKilobytes()
const told = listed.ok ? listed.value.filter(({ next, problem }) => next && !problem).length : 0
console.log(
  JSON.stringify({
    told,
    ms,
    kept: Math.round((held() - heldBefore) / 1e6),
    peak: Math.round((peak - before) / 1024),
  }),
)
