import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factsOf } from '../../../src/shared/model/letter.ts'
import { resources, testCore } from '../../support.ts'

test('a letter scanned twice is offered as a second copy; confirmed facts decide, and nothing is merged', async () => {
  const core = testCore()
  const bytes = new Uint8Array(readFileSync(join(resources, 'samples/1-lt11.pdf')))
  const add = async (content: Uint8Array<ArrayBuffer>) => {
    const added = await core.api['letter:add']({ fileName: 'a.pdf', bytes: content })
    await core.idle()
    if (!added.ok) throw new Error(added.error.code)
    return added.value.ids[0]!
  }
  const first = await add(bytes)
  const second = await add(new Uint8Array([...bytes, 10]))
  expect(await core.api['letter:copies']({ id: second })).toMatchObject({
    value: { copies: [{ id: first, kind: 'second-copy' }] },
  })
  const { letters } = await core.api['letters:list'](null)
  expect(letters).toHaveLength(2)
  const facts = factsOf(letters[0]!)
  await core.api['letter:confirm']({ id: first, facts: { ...facts, taxpayerName: 'BENITO BRIGHTWATER' } })
  expect(await core.api['letter:copies']({ id: second })).toMatchObject({
    value: { copies: [{ id: first, kind: 'spouse-copy' }] },
  })
  await core.api['letter:remove']({ id: first, removed: true })
  expect(await core.api['letter:copies']({ id: second })).toMatchObject({ value: { copies: [] } })
  await core.close()
})
