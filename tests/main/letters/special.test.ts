import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { openLibrary } from '../../../src/main/storage/open-library.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { type Letter, type LetterId, noFacts } from '../../../src/shared/model/letter.ts'
import { type Special, situationsOfLetter } from '../../../src/shared/model/special.ts'
import { day } from '../../shared/law/dated-letter.ts'
import { temporaryFolder, testCore } from '../../support.ts'

let core: Core
let file: string
beforeEach(() => {
  file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file)
})
afterEach(() => core.close())

/** A letter to this person; the file itself holds nothing that could be read. */
async function letterTo(taxpayerName: string): Promise<LetterId> {
  const fileName = `${Math.random()}.pdf`
  const added = await core.api['letter:add']({ fileName, bytes: new TextEncoder().encode(fileName) })
  await core.idle()
  if (!added.ok) throw new Error(added.error.code)
  const [id] = added.value.ids
  if (!id) throw new Error('no letter')
  await core.api['letter:confirm']({ id, facts: { ...noFacts, noticeCode: 'LT11', taxpayerName } })
  return id
}
const list = async () => (await core.api['letters:list'](null)).letters
const letter = async (id: LetterId): Promise<Letter | undefined> =>
  (await list()).find((each) => each.id === id)
const flood: Special = {
  disaster: { says: 'yes', from: day('2026-09-01'), to: day('2026-09-05'), note: 'the flood' },
}
const none: Special = { bankruptcy: { says: 'no', from: null, to: null, note: '' } }

test('an answer counts for all letters of the person, later ones too, and for nobody else', async () => {
  const [first, second] = [await letterTo('ALMA EXAMPLE'), await letterTo('Alma B. Example')]
  const other = await letterTo('BRUNO SAMPLE')
  expect(await core.api['letter:special']({ id: second, special: flood })).toEqual({
    ok: true,
    value: { changed: [second] },
  })
  const third = await letterTo('ALMA EXAMPLE & CARL EXAMPLE')
  for (const id of [first, second, third]) expect((await letter(id))?.special).toEqual(flood)
  expect((await letter(other))?.special).toBeUndefined()
})

test('it is asked once: another letter of the case changes the same answers, and undo brings them back', async () => {
  const [first, second] = [await letterTo('ALMA EXAMPLE'), await letterTo('ALMA EXAMPLE')]
  await core.api['letter:special']({ id: first, special: flood })
  const saved = await core.api['letter:special']({ id: second, special: { ...flood, ...none } })
  expect(saved).toEqual({ ok: true, value: { changed: [first] } })
  expect((await letter(second))?.special).toEqual({ ...flood, ...none })
  await core.api['letter:undo']({ id: first, redo: false })
  for (const id of [first, second]) expect((await letter(id))?.special).toEqual(flood)
  await core.api['letter:undo']({ id: first, redo: false })
  for (const id of [first, second]) expect((await letter(id))?.special).toBeUndefined()
  await core.api['letter:undo']({ id: first, redo: true })
  expect((await letter(second))?.special).toEqual(flood)
})

test('what is typed for the appeal neither changes nor deletes the answers', async () => {
  const id = await letterTo('ALMA EXAMPLE')
  await core.api['letter:special']({ id, special: flood })
  await core.api['letter:answer']({ id, answers: { ...noAnswers, name: 'Alma' } })
  await core.api['letter:answer']({ id, answers: { ...noAnswers, name: 'Alma', special: none } })
  expect((await letter(id))?.special).toEqual(flood)
  expect((await letter(id))?.answers.name).toBe('Alma')
})

test('every letter of the case is sent to the window again', async () => {
  const [first, second] = [await letterTo('ALMA EXAMPLE'), await letterTo('ALMA EXAMPLE')]
  const { revision } = await core.api['letters:list'](null)
  await core.api['letter:special']({ id: first, special: flood })
  const { letters, all } = await core.api['letters:since']({ revision })
  expect(all).toBe(false)
  expect(letters.map(({ id }) => id).sort()).toEqual([first, second].sort())
  expect(letters.every(({ special }) => special?.disaster?.says === 'yes')).toBe(true)
})

test('two cases that become one by a corrected name keep every yes', async () => {
  const [first, second] = [await letterTo('ALMA EXAMPLE'), await letterTo('ALNA EXAMPLE')]
  await core.api['letter:special']({
    id: first,
    special: { ...none, disaster: { ...flood.disaster!, says: 'no' } },
  })
  await core.api['letter:special']({ id: second, special: flood })
  await core.api['letter:confirm']({
    id: second,
    facts: { ...noFacts, noticeCode: 'LT11', taxpayerName: 'ALMA EXAMPLE' },
  })
  for (const id of [first, second]) expect((await letter(id))?.special).toEqual({ ...none, ...flood })
})

test('the answers are still there when the library is opened again', async () => {
  const id = await letterTo('ALMA EXAMPLE')
  await core.api['letter:special']({ id, special: flood })
  await core.close()
  core = testCore(file)
  expect((await letter(id))?.special).toEqual(flood)
})

test('the answers stay with the case when the letter that holds them is deleted for good', async () => {
  const [first, second] = [await letterTo('ALMA EXAMPLE'), await letterTo('ALMA EXAMPLE')]
  await core.api['letter:special']({ id: first, special: flood })
  await core.api['letter:remove']({ id: first, removed: true })
  expect((await letter(second))?.special).toEqual(flood)
  expect(await core.api['trash:empty']({ ids: [first], evenWithOpenClock: true })).toMatchObject({ ok: true })
  expect((await list()).map(({ id }) => id)).toEqual([second])
  expect((await letter(second))?.special).toEqual(flood)
})

test('a letter in the trash no longer takes the answers, and no answer is there twice', async () => {
  const [first, second] = [await letterTo('ALMA EXAMPLE'), await letterTo('ALMA EXAMPLE')]
  await core.api['letter:special']({ id: first, special: flood })
  await core.api['letter:remove']({ id: first, removed: true })
  const saved = await core.api['letter:special']({ id: second, special: none })
  expect(saved).toEqual({ ok: true, value: { changed: [second, first] } })
  expect((await letter(second))?.special).toEqual(none)
  expect((await letter(first))?.answers.special).toBeUndefined()
})

const said = (says: 'yes' | 'no') => ({ says, from: null, to: null, note: '' })
const abroad: Special = { abroad: said('yes') }

test.each(situationsOfLetter)(
  '%s is true of one letter: the answer counts for that letter alone',
  async (each) => {
    const [first, second] = [await letterTo('ALMA EXAMPLE'), await letterTo('ALMA EXAMPLE')]
    const saved = await core.api['letter:special']({ id: first, special: { [each]: said('yes'), ...flood } })
    expect(saved).toEqual({ ok: true, value: { changed: [first] } })
    expect((await letter(first))?.special).toEqual({ [each]: said('yes'), ...flood })
    expect((await letter(second))?.special).toEqual(flood)
    await core.api['letter:special']({ id: second, special: { [each]: said('no'), ...flood } })
    expect((await letter(first))?.special?.[each]?.says).toBe('yes')
    await core.api['letter:undo']({ id: second, redo: false })
    expect((await letter(second))?.special).toEqual(flood)
  },
)

test('answers about the letter and about the person that lie with two letters are saved at once', async () => {
  const [first, second] = [await letterTo('ALMA EXAMPLE'), await letterTo('ALMA EXAMPLE')]
  await core.api['letter:special']({ id: first, special: flood })
  const saved = await core.api['letter:special']({ id: second, special: { ...flood, ...none, ...abroad } })
  expect(saved).toEqual({ ok: true, value: { changed: [second, first] } })
  expect((await letter(first))?.special).toEqual({ ...flood, ...none })
  const again = await core.api['letter:special']({ id: second, special: { ...flood, ...none, ...abroad } })
  expect(again).toEqual({ ok: true, value: { changed: [] } })
})

test('what an earlier version stored for the person decides nothing, is shown, and stays until it is answered', async () => {
  const [first, second] = [await letterTo('ALMA EXAMPLE'), await letterTo('ALMA EXAMPLE')]
  await core.close()
  storeAsBefore(first, { ...flood, ...abroad, cameLate: said('no') })
  core = testCore(file)
  for (const id of [first, second]) {
    expect((await letter(id))?.special).toEqual(flood)
    expect((await letter(id))?.specialBefore).toEqual({ ...abroad, cameLate: said('no') })
  }
  await core.api['letter:special']({ id: second, special: { ...none, abroad: said('no') } })
  expect((await letter(second))?.special).toEqual({ ...none, abroad: said('no') })
  expect((await letter(second))?.specialBefore).toEqual({ cameLate: said('no') })
  expect((await letter(first))?.special).toEqual(none)
  expect((await letter(first))?.specialBefore).toEqual({ ...abroad, cameLate: said('no') })
})

test('what is typed for the appeal leaves the answers about the letter', async () => {
  const id = await letterTo('ALMA EXAMPLE')
  await core.api['letter:special']({ id, special: abroad })
  await core.api['letter:answer']({ id, answers: { ...noAnswers, specialHere: none } })
  expect((await letter(id))?.special).toEqual(abroad)
})

/** The answers as the version before stored them: all with one letter of the person. */
function storeAsBefore(id: LetterId, special: Special): void {
  const opened = openLibrary(file)
  if (!opened.ok) throw new Error(opened.error.code)
  const { value: library } = opened
  library.write(() => library.letters.setAnswers(id, { ...noAnswers, special }))
  library.close()
}
