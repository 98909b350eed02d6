import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Day } from '../../src/shared/model/day.ts'
import { ExhibitId } from '../../src/shared/model/exhibit.ts'
import { resources, testCore } from '../support.ts'
import { attack } from './attack.ts'

attack(
  'recording a mailing with a receipt that is not there: removed in another window, or of another letter',
  'ok, certified without a receipt',
  async () => {
    const core = testCore()
    const bytes = new Uint8Array(readFileSync(join(resources, 'samples/1-lt11.pdf')))
    const added = await core.api['letter:add']({ fileName: 'letter.pdf', bytes })
    const id = added.ok ? added.value.ids[0] : undefined
    if (!id) throw new Error('the letter was not kept')
    const receipt = ExhibitId.parse('00000000-0000-4000-8000-000000000099')
    const mailing = {
      day: Day.parse('2026-11-20'),
      how: 'certified',
      what: '',
      to: '',
      number: '',
      receipt,
    } as const
    const done = await core.api['letter:record-mailings']({ id, mailings: [mailing] })
    const { letters } = await core.api['letters:list'](null)
    await core.close()
    const kept = letters[0]?.mailings[0]
    return `${done.ok ? 'ok' : done.error.code}, ${kept?.how} ${kept?.receipt === null ? 'without a receipt' : 'with it'}`
  },
)
