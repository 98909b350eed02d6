import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { newSecret } from '../../src/main/keys/recovery-key.ts'
import { openWith } from '../../src/main/storage/protection/unlock-library.ts'
import { hasStrace, runSystemKills } from '../crash/steps.ts'
import { temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'
import { fillLibrary, makeOlderKind } from './deleted-for-good.ts'

const long = { timeout: 600_000 }
const mostMegabytes = 300

for (const [kind, isOlder] of [
  ['a protected library of 400 MB', false],
  ['a protected library of 400 MB that an older version made', true],
] as const)
  attack(
    `${kind}: the most memory that deleting a letter of 10 MB for good takes`,
    `less than ${mostMegabytes} MB, and the file is 10 MB smaller`,
    () => {
      const file = join(temporaryFolder(), 'library.waymark')
      const secret = newSecret()
      const [first = ''] = fillLibrary(file, secret, 40, 10)
      if (isOlder) makeOlderKind(file, secret)
      const size = statSync(file).size
      const child = join(import.meta.dirname, 'delete-child.ts')
      const said = execFileSync(process.execPath, [child, file, secret, first], { encoding: 'utf8' })
      const grown = Number(said)
      const smaller = Math.round((size - statSync(file).size) / 1024 / 1024)
      const opened = openWith(file, secret)
      if (!opened.ok) return opened.error.code
      const { library } = opened.value
      const [left, isDue] = [library.letters.list().length, library.wiping.isDue()]
      library.close()
      expect([left, isDue]).toEqual([39, false])
      console.log(`${kind}: +${grown} MB`)
      return `${grown < mostMegabytes ? 'less' : 'not less'} than ${mostMegabytes} MB, and the file is ${smaller} MB smaller`
    },
    long,
  )

attack(
  'kill -9 at any write while a letter is deleted for good, or its library is written anew for that',
  'no problem',
  async () => {
    const { problems, kills } = await runSystemKills(24, 5, ['delete', 'rewrite'])
    expect(kills).toBeGreaterThan(15)
    return problems.join('; ') || 'no problem'
  },
  { ...long, skip: !hasStrace },
)
