import { act, render } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { App } from '../../../src/renderer/app/app.tsx'
import { createLibraryStore } from '../../../src/renderer/state/library-store.ts'
import type { Api, Call } from '../../../src/shared/contract/contract.ts'
import { isPassive } from '../../../src/shared/contract/contract.ts'
import { letterOf, memoryApi } from '../memory-api.ts'

const letter = letterOf()
const screens = [
  '#/',
  '#/letters',
  '#/deadlines',
  '#/case',
  '#/roadmap',
  '#/settings',
  '#/libraries',
  '#/about',
  '#/trash',
  '#/search/example',
  `#/letter/${letter.id}`,
  `#/letter/${letter.id}/find/1/example`,
  `#/letter/${letter.id}/appeal`,
]

test.each(screens)(
  'an untouched window at %s makes only passive calls, even when a scan arrives',
  async (hash) => {
    vi.useFakeTimers()
    try {
      const { api, core } = memoryApi([letter, letterOf()])
      core.library = { kind: 'open', isProtected: true }
      const made = new Set<Call>()
      const recorded = Object.fromEntries(
        Object.entries(api).map(([name, call]) => [
          name,
          (input: never) => {
            made.add(name as Call)
            return (call as (input: never) => Promise<unknown>)(input)
          },
        ]),
      ) as Api
      window.location.hash = hash
      const store = createLibraryStore(recorded, 5)
      render(<App store={store} />)
      store.start()
      await act(() => vi.advanceTimersByTimeAsync(5000))
      made.clear()
      for (let minute = 0; minute < 3; minute += 1) {
        // Comes from the scanner's folder, which is no hand.
        await api['letter:add']({ fileName: `scan ${minute}.pdf`, bytes: new Uint8Array() })
        await act(() => vi.advanceTimersByTimeAsync(60_000))
      }
      store.stop()
      expect(made).toContain('letters:changed')
      expect([...made].filter((name) => !isPassive(name))).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  },
)
