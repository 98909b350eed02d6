import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { errorWords, t } from '../../../../src/renderer/i18n/words.ts'
import { mostFiles } from '../../../../src/renderer/state/intake.ts'
import type { Api } from '../../../../src/shared/contract/contract.ts'
import { showApp } from '../../show-app.tsx'

type Add = Api['letter:add']
const file = (name: string) => new File([name], name, { type: 'application/pdf' })
const files = (count: number) => Array.from({ length: count }, (_, number) => file(`scan ${number}.pdf`))

const drop = (view: { container: HTMLElement }, dropped: File[]) =>
  fireEvent.drop(view.container.querySelector('.app') as HTMLElement, {
    dataTransfer: { types: ['Files'], files: dropped },
  })
const messages = () => [...document.querySelectorAll('.message-bar')].map((bar) => bar.textContent).join(' ')

/** Answers of the core, one for each file; each waits until it is let go. */
async function showHeld(answer: (name: string) => Awaited<ReturnType<Add>> | null = () => null) {
  const shown = await showApp()
  const asked: string[] = []
  const held: (() => void)[] = []
  const add = shown.api['letter:add']
  shown.api['letter:add'] = async (input) => {
    asked.push(input.fileName)
    await new Promise<void>((resolve) => held.push(resolve))
    return answer(input.fileName) ?? add(input)
  }
  const letGo = async () => {
    await waitFor(() => expect(held.length).toBeGreaterThan(0))
    await act(async () => held.shift()?.())
  }
  return { ...shown, asked, letGo }
}

test('one file of many is under way at a time; progress is told, and Stop ends after that one', async () => {
  const { view, core, asked, letGo } = await showHeld()
  drop(view, files(8))
  await letGo()
  await letGo()
  await screen.findByText(t('add.progress', { done: 2, total: 8 }))
  // Dropped meanwhile: behind the others.
  drop(view, [file('later.pdf')])
  await screen.findByText(t('add.progress', { done: 2, total: 9 }))
  await waitFor(() => expect(asked).toHaveLength(3))
  fireEvent.click(screen.getByRole('button', { name: t('add.stop') }))
  await screen.findByText(t('add.stopping'))
  await letGo()
  await waitFor(() => expect(messages()).toContain(t('add.stopped', { count: 6 })))
  expect(messages()).toContain(t('add.kept', { count: 3 }))
  expect(asked).toEqual(['scan 0.pdf', 'scan 1.pdf', 'scan 2.pdf'])
  expect(core.letters).toHaveLength(3)
})

test('a full disk ends it, and says how many were not tried; bad files do not', async () => {
  const full = { ok: false, error: { code: 'library.disk-full' } } as const
  const large = { ok: false, error: { code: 'scan.too-large' } } as const
  const { view, asked, letGo } = await showHeld((name) =>
    name === 'scan 6.pdf' ? full : name === 'scan 0.pdf' ? null : large,
  )
  drop(view, files(9))
  for (let number = 0; number < 7; number += 1) await letGo()
  await waitFor(() => expect(messages()).toContain(t('add.halted', { count: 2 })))
  expect(asked).toHaveLength(7)
  for (const said of [errorWords('scan.too-large'), t('add.more', { count: 3 }), t('add.kept', { count: 1 })])
    expect(messages()).toContain(said)
  expect(messages()).toContain(errorWords('library.disk-full'))
})

test('a name that turns around or is without end is told on one line', async () => {
  const { view, letGo } = await showHeld(() => ({ ok: false, error: { code: 'scan.too-large' } }))
  drop(view, [file('bill\u202efdp.exe\n'), file(`${'a'.repeat(200)}.pdf`)])
  await letGo()
  await letGo()
  await waitFor(() => expect(messages()).toContain('billfdp.exe was not kept.'))
  expect(messages()).toContain(`${'a'.repeat(39)}…${'a'.repeat(35)}.pdf was not kept.`)
})

test('more files than anybody means are refused as a whole', async () => {
  const { view, asked } = await showHeld()
  const one = file('a.pdf')
  drop(
    view,
    Array.from({ length: mostFiles + 1 }, () => one),
  )
  await waitFor(() => expect(messages()).toContain(errorWords('add.too-many')))
  expect(asked).toEqual([])
})
