import { createCore } from '../../src/main/app/core.ts'
import { salvageLibrary } from '../../src/main/storage/backup/salvage.ts'
import { verifyLibrary } from '../../src/main/storage/backup/verify-library.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { openLibrary } from '../../src/main/storage/open-library.ts'
import { openWith } from '../../src/main/storage/protection/unlock-library.ts'
import { Day } from '../../src/shared/model/day.ts'
import { libraryWorker, resources, startReadingProcess } from '../support.ts'
import { attack } from './attack.ts'
import {
  type Damage,
  damagedCopy,
  makeWhole,
  type OnPage,
  passphrase,
  rowsOnPages,
  type Whole,
} from './damaged-library.ts'

const long = { timeout: 600_000 }
const kinds = [
  ['an unprotected library', false],
  ['a protected library', true],
] as const
const damages: Damage[] = ['zeroed', 'inverted', 'one bit']

for (const [kind, isProtected] of kinds) {
  for (const damage of damages)
    attack(
      `${kind}: each page ${damage} in turn, then opened, checked and salvaged`,
      'no problem',
      async () => {
        const whole = await makeWhole(isProtected)
        const database = openDatabase(whole.file, whole.secret)
        const onPages = rowsOnPages(database)
        database.close()
        const problems: string[] = []
        for (let page = 1; page <= whole.pages; page += 1)
          for (const problem of problemsOf(whole, onPages, page, damage))
            problems.push(`page ${page}: ${problem}`)
        return problems.join('\n') || 'no problem'
      },
      long,
    )

  attack(
    `${kind}: each page zeroed in turn, met by the app, which leads to what can be saved and goes on with it`,
    'no problem',
    async () => {
      const whole = await makeWhole(isProtected)
      const problems: string[] = []
      for (let page = 1; page <= whole.pages; page += 1) {
        const problem = await meet(whole, page)
        if (problem) problems.push(`page ${page}: ${problem}`)
      }
      return problems.join('\n') || 'no problem'
    },
    long,
  )
}

function problemsOf(whole: Whole, onPages: OnPage, page: number, damage: Damage): string[] {
  const { secret, letters } = whole
  const file = damagedCopy(whole, page, damage)
  const problems: string[] = []
  try {
    const opened = openLibrary(file, secret)
    if (opened.ok) opened.value.close()
    const database = openDatabase(file, secret)
    verifyLibrary(database, file)
    database.close()
  } catch (error) {
    problems.push(`thrown: ${String(error)}`)
  }
  const to = `${file}.rescued`
  const salvaged = salvageLibrary(file, secret, to)
  const opened = salvaged ? openWith(to, secret) : null
  if (!salvaged || !opened?.ok) return [...problems, 'nothing was salvaged']
  const { library } = opened.value
  const held = library.letters.list().map((letter) => ({
    ...letter,
    bytes: library.files.listOfScan(letter.scanId).map(({ id }) => Buffer.from(library.files.getBytes(id))),
  }))
  library.close()
  const on = onPages.get(page) ?? { table: '', rowids: [], isTail: false }
  letters.forEach(({ id, name, bytes }, at) => {
    // The nth letter is the nth row of its scan, its file and itself.
    const isHit = ['letter', 'scan', 'file'].includes(on.table) && on.rowids.includes(at + 1)
    const letter = held.find((each) => each.id === id)
    const isSaidLost = salvaged.verified.issues.some(
      (each) => each.what === 'original' && each.letters.includes(id),
    )
    const hasBytes = held.some((each) => each.bytes.some((file) => file.equals(bytes)))
    if (damage === 'one bit' && isHit && !whole.secret) {
      // What one bit says cannot be known; an original shows it by its checksum.
      if (letter && !letter.bytes.some((file) => file.equals(bytes)) && !isSaidLost)
        problems.push(`${name} lost its original, and nothing says so`)
      return
    }
    if (!(isHit && on.table === 'letter') && letter?.confirmed?.taxpayerName !== name)
      problems.push(`${name} is lost`)
    if (!(isHit && on.table === 'file') && !hasBytes) problems.push(`the original of ${name} is lost`)
    if (isHit && on.table === 'file' && !isSaidLost)
      problems.push(`nothing says that ${name} lost its original`)
  })
  const isWhole = damage !== 'one bit' || whole.secret
  // A file whose bytes are not what was kept is still a row; then its letter is named.
  const isSaid =
    salvaged.lostRows > 0 ||
    salvaged.verified.issues.some((each) => each.what === 'original' && each.letters.length > 0)
  // An exhibit has no checksum: where no key protects its pages, bytes in its middle can change unnoticed.
  const isUnchecked = on.table === 'exhibit' && !whole.secret && on.isTail
  if (isWhole && on.rowids.length > 0 && !isSaid && !isUnchecked)
    problems.push(`rows of ${on.table} are lost, and nothing says so`)
  if (held.length < letters.length) problems.push(`${held.length} letters`)
  return problems
}

/** As a person meets it: opens, looks, checks; whatever is wrong must lead to a state in which it can be saved. */
async function meet(whole: Whole, page: number): Promise<string | null> {
  const core = createCore({
    libraryFile: damagedCopy(whole, page, 'zeroed'),
    resources,
    startReadingProcess,
    libraryWorker,
    whenNew: 'ask',
    clock: { today: () => Day.parse('2026-11-22'), now: () => '2026-11-22T12:00:00.000Z' },
    version: '0.0.0',
    shell: 'cli',
  })
  const proof = { kind: 'passphrase', passphrase } as const
  try {
    if (core.state().kind === 'locked') await core.call('library:unlock', proof)
    const listed = core.state().kind === 'open' ? await core.call('letters:list', null) : null
    const checked =
      core.state().kind === 'open' ? ((await core.call('library:verify', null)) as Checked) : null
    if (listed && checked?.ok && checked.value.issues.length === 0) return null
    const isSealed = whole.secret !== null
    const answer = (await core.call('library:salvage', { proof: isSealed ? proof : null })) as Checked
    // An original is lost, or a record is not what was saved, and all else is whole: there is nothing to salvage that the
    // library does not show, and the check names the letter.
    if (!answer.ok && core.state().kind === 'open') return namesLetters(checked)
    if (!answer.ok) return `salvage says ${answer.error.code}, the library is ${core.state().kind}`
    const used = (await core.call('library:use-salvaged', null)) as Checked
    if (!used.ok) return `what was saved cannot be used: ${used.error.code}`
    if (core.state().kind === 'locked') await core.call('library:unlock', proof)
    if (core.state().kind !== 'open') return `afterwards it is ${JSON.stringify(core.state())}`
    const { letters } = await core.api['letters:list'](null)
    return letters.length === whole.letters.length ? null : `${letters.length} letters`
  } catch (error) {
    return `thrown: ${String(error)}`
  } finally {
    await core.close()
  }
}

type Checked =
  | { ok: true; value: { issues: { what: string; letters: unknown[] }[] } }
  | { ok: false; error: { code: string } }

const namesLetters = (checked: Checked | null): string | null =>
  checked?.ok &&
  checked.value.issues.every(
    ({ what, letters }) => (what === 'original' || what === 'changed') && letters.length > 0,
  )
    ? null
    : `it is open, damaged, and cannot be salvaged: ${JSON.stringify(checked)}`
