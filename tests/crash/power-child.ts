import { writeSync } from 'node:fs'
import { wrapSecret } from '../../src/main/keys/passphrase-slot.ts'
import { type LibrarySecret, newSecret } from '../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { makeBackup } from '../../src/main/storage/backup/backup.ts'
import { changeProtection } from '../../src/main/storage/protection/change-protection.ts'
import { slotsOf } from '../../src/main/storage/protection/proofs.ts'
import { openWith } from '../../src/main/storage/protection/unlock-library.ts'
import { passphrase } from './plan.ts'
import { bytesOfLetter } from './power.ts'

/** Keeps letters and changes the protection between them; what stands on standard output was acknowledged. */
const [file = ''] = process.argv.slice(2)
const now = '2026-11-22T12:00:00.000Z'
const cheap = { n: 2 ** 10, r: 8, p: 1 } as const
const say = (line: string) => writeSync(1, `${line}\n`)
let number = 0

function keep(secret: LibrarySecret | null, count: number): void {
  const opened = openWith(file, secret)
  if (!opened.ok) throw new Error(opened.error.code)
  for (let letter = 0; letter < count; letter += 1) {
    number += 1
    const kept = storeScan(opened.value.library, {
      fileName: `${number}.pdf`,
      bytes: bytesOfLetter(number),
      keptAt: now,
    })
    if (!kept.ok) throw new Error(kept.error.code)
    say(`kept ${number}`)
  }
  opened.value.library.close()
}

keep(null, 14)
makeBackup({ file, secret: null, slots: [], madeAt: now })
const secret = newSecret()
const slot = await wrapSecret(secret, passphrase, cheap)
changeProtection({ file, from: null, to: secret, before: [], after: [slot] })
say('protected')
keep(secret, 3)
changeProtection({ file, from: secret, to: null, before: slotsOf(file), after: [] })
say('unprotected')
keep(null, 3)
