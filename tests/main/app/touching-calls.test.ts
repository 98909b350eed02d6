import { expect, test } from 'vitest'
import { withTouch } from '../../../src/main/app/core-api.ts'
import { type Api, type Call, contract, isPassive } from '../../../src/shared/contract/contract.ts'

const names = Object.keys(contract) as Call[]

/** The calls that put off the automatic lock. */
async function touchingCalls(): Promise<Call[]> {
  const touched = new Set<Call>()
  for (const name of names) {
    const plain = Object.fromEntries(names.map((each) => [each, async () => null])) as unknown as Api
    await withTouch(plain, () => touched.add(name))[name](null as never)
  }
  return names.filter((name) => touched.has(name))
}

test('what a window asks by itself, again and again, does not put off the automatic lock', async () => {
  const touching = await touchingCalls()
  const polling: Call[] = [
    'letters:changed',
    'letters:since',
    'library:state',
    'library:locks-in',
    'trash:wiping',
  ]
  expect(touching.filter((name) => polling.includes(name))).toEqual([])
  expect(touching.filter(isPassive)).toEqual([])
})

test('what a person does puts it off', async () => {
  const touching = await touchingCalls()
  expect(touching).toEqual(expect.arrayContaining(['letter:add', 'letter:confirm', 'library:active']))
  expect(names.filter((name) => !touching.includes(name) && !isPassive(name))).toEqual([])
})
