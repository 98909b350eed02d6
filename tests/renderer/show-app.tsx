import { cleanup, render, screen } from '@testing-library/react'
import { afterEach } from 'vitest'
import { App } from '../../src/renderer/app/app.tsx'
import { createLibraryStore, type LibraryStore } from '../../src/renderer/app/library-store.ts'
import type { Letter } from '../../src/shared/model/letter.ts'
import { memoryApi } from './memory-api.ts'

let store: LibraryStore | null = null

afterEach(() => {
  store?.stop()
  cleanup()
  window.location.hash = ''
})

/** The whole app on letters in memory, at an address like `#/deadlines`. */
export async function showApp(letters: Letter[] = [], hash = '#/', today?: string) {
  window.location.hash = hash
  const memory = memoryApi(letters, today)
  store = createLibraryStore(memory.api, 5)
  const view = render(<App store={store} />)
  store.start()
  await screen.findByRole('heading', { level: 1 })
  return { ...memory, store, view }
}
