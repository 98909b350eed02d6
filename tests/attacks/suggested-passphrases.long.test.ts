import { expect, test } from 'vitest'
import { ratePassphrase } from '../../src/main/keys/passphrase-strength.ts'
import { suggestPassphrase } from '../../src/main/keys/suggest-passphrase.ts'
import { takesAllCases } from '../support.ts'

/** In each language; 5,000 drawings in all with every case. */
const drawings = takesAllCases ? 2500 : 250

test.each(['en', 'es'] as const)(
  'of many passphrases that are suggested none is refused, and few are drawn twice: %s',
  { timeout: 1_200_000 },
  async (language) => {
    // Whose name is on a letter, as in a library that is open.
    const names = ['ROSA MUÑOZ-QUILL', 'ABEL GARDEN']
    let drawn = 0
    const rate = (passphrase: string) => {
      drawn += 1
      return ratePassphrase(passphrase, names)
    }
    const seen = new Set<string>()
    for (let time = 0; time < drawings; time += 1) {
      const passphrase = await suggestPassphrase(language, rate)
      seen.add(passphrase)
      // What the loop accepted, asked once more for a sample, so that the rating and not the loop is believed.
      if (time % 10 === 0)
        expect([passphrase, await ratePassphrase(passphrase, names)]).toMatchObject([
          passphrase,
          { ok: true },
        ])
    }
    expect(seen.size).toBe(drawings)
    expect(drawn - drawings).toBeLessThan(drawings / 50)
    console.log(`${language}: ${drawn - drawings} of ${drawn} were drawn again`)
  },
)
