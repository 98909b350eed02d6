import { expect, test } from 'vitest'
import { withTouch } from '../../../src/main/app/core-api.ts'
import { type Api, type Call, contract, isPassive } from '../../../src/shared/contract/contract.ts'

const names = Object.keys(contract) as Call[]

/** What a window asks again after each change, or from time to time; everything else is done by a person. */
const byItself: Call[] = [
  'app:log',
  'app:start',
  'backups:list',
  'clinics:list',
  'content:info',
  'helper:state',
  'integrations:settings',
  'letter:copies',
  'letter:find',
  'letter:history',
  'letters:changed',
  'letters:list',
  'letters:search',
  'letters:since',
  'libraries:list',
  'library:info',
  'library:locks-in',
  'library:older-than',
  'library:state',
  'people:list',
  'trash:wiping',
]

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
  expect(names.filter((name) => !touching.includes(name)).sort()).toEqual(byItself)
})

test('what a person does puts it off', async () => {
  const touching = await touchingCalls()
  expect(touching).toEqual(expect.arrayContaining(['letter:add', 'letter:confirm', 'library:active']))
  expect(names.filter((name) => !touching.includes(name) && !isPassive(name))).toEqual([])
})
