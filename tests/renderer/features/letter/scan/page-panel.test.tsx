import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Letter } from '../../../../../src/shared/model/letter.ts'
import type { ScanPages } from '../../../../../src/shared/model/page-layout-override.ts'
import { letterOf } from '../../../memory-api.ts'
import { showApp } from '../../../show-app.tsx'

const scanOf = (letter: Letter, other: Letter): ScanPages => ({
  files: [{ fileName: 'scan.pdf', pageCount: 3 }],
  rotations: [0, 0, 270],
  layoutOverride: null,
  layout: {
    letters: [
      { pages: [1, 2], inThisOrder: false },
      { pages: [3], inThisOrder: false },
    ],
    excludedPages: [],
  },
  letters: [
    { id: letter.id, pages: [1, 2], cutBecause: [], printedPages: [1, 2] },
    { id: other.id, pages: [3], cutBecause: ['number', 'page-one'], printedPages: [1] },
  ],
  locked: false,
})

async function showPanel() {
  const letter = letterOf({ pages: [1, 2] })
  const other = letterOf({ pages: [3] })
  const memory = await showApp([letter, other])
  memory.core.scan = scanOf(letter, other)
  window.location.hash = `#/letter/${letter.id}`
  fireEvent.click(await screen.findByRole('button', { name: 'Arrange pages' }))
  await screen.findByText(/Begins here because the notice number changes/)
  return memory
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const lastLetters = (arranged: { letters: unknown }[]) => arranged.at(-1)?.letters

test('a split made by reading shows its reason and can be confirmed as is', async () => {
  const { core } = await showPanel()
  press('The letters are parted right')
  await screen.findByText(/stay parted like this/)
  expect(core.arranged).toEqual([
    {
      turns: [],
      letters: [
        { pages: [1, 2], inThisOrder: false },
        { pages: [3], inThisOrder: false },
      ],
      excludedPages: [],
    },
  ])
})

test('a split can be removed, and Undo restores it', async () => {
  const { core } = await showPanel()
  press('Letter 2 is not a new letter')
  await screen.findByText('The two letters are one now.')
  expect(core.arranged.at(-1)?.letters).toEqual([{ pages: [1, 2, 3], inThisOrder: false }])
  press('Undo')
  await waitFor(() => expect(core.undone).toEqual(['undo']))
})

test('the chosen page is rotated from how it is shown now', async () => {
  const { core } = await showPanel()
  press('Page 3 of the file, printed as page 1')
  press('Turn right')
  await waitFor(() => expect(core.arranged.at(-1)?.turns).toEqual([{ page: 3, rotation: 0 }]))
  expect(core.arranged.at(-1)?.letters).toBeNull()
})

test('a page moves, starts a letter, and is excluded', async () => {
  const { core } = await showPanel()
  press('Page 2 of the file, printed as page 2')
  const tools = within(screen.getByRole('group', { name: 'Page 2:' }))
  fireEvent.click(tools.getByRole('button', { name: 'A new letter begins here' }))
  await screen.findByText('A new letter begins with page 2.')
  expect(lastLetters(core.arranged as never)).toEqual([
    { pages: [1], inThisOrder: false },
    { pages: [2], inThisOrder: false },
    { pages: [3], inThisOrder: false },
  ])
  press('Put aside')
  await screen.findByText('Page 2 is put aside. It is still kept.')
  expect(core.arranged.at(-1)?.excludedPages).toEqual([2])
})

test('a locked PDF asks for its password, and says when it is wrong', async () => {
  const letter = letterOf({ status: { kind: 'failed', code: 'scan.password' }, reading: null })
  await showApp([letter], `#/letter/${letter.id}`)
  const box = await screen.findByLabelText('Password of the PDF')
  expect(screen.getByText(/kept in your library/)).toBeTruthy()
  fireEvent.change(box, { target: { value: 'wrong' } })
  press('Open the PDF')
  await screen.findByText(/This password does not open the PDF/)
  fireEvent.change(box, { target: { value: 'opensesame' } })
  press('Open the PDF')
  await waitFor(() => expect(screen.queryByText(/This password does not open/)).toBeNull())
})
