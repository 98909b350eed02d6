import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/model/day.ts'
import { temporaryFolder, testCore } from '../../support.ts'

test('what is said about a person is stored, and the latest entry counts', async () => {
  const file = join(temporaryFolder(), 'library.waymark')
  const core = testCore(file)
  const alma = { name: 'ALMA EXAMPLE', role: null, representative: '', form2848: null, form8821: null }
  expect(await core.api['person:save'](alma)).toEqual({ ok: true, value: null })
  const client = {
    ...alma,
    role: 'client' as const,
    representative: 'B. Sample',
    form2848: Day.parse('2026-01-15'),
  }
  await core.api['person:save'](client)
  await core.close()
  const again = testCore(file)
  expect(await again.api['people:list'](null)).toEqual([client])
  await again.close()
})
