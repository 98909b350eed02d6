import { cleanup, render, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { onTestFinished } from 'vitest'
import { App } from '../../src/renderer/app/app.tsx'
import { loadScreens } from '../../src/renderer/app/screens.tsx'
import { createLibraryStore, type LibraryStore } from '../../src/renderer/state/library-store.ts'
import type { Letter } from '../../src/shared/model/letter.ts'
import { memoryApi } from './memory-api.ts'

// The code of every screen, before the time of a test begins to count.
await loadScreens()

/** The whole app on letters in memory, at an address like `#/deadlines`. `commits` counts how often anything was drawn. */
export async function showApp(
  letters: Letter[] = [],
  hash = '#/',
  today?: string,
  prepare: (core: ReturnType<typeof memoryApi>['core']) => void = () => undefined,
) {
  window.location.hash = hash
  const memory = memoryApi(letters, today)
  prepare(memory.core)
  const store: LibraryStore = createLibraryStore(memory.api, 5)
  // Not afterEach: this module is loaded once for several test files.
  onTestFinished(() => {
    store.stop()
    cleanup()
  })
  const commits = { count: 0 }
  const view = render(
    <Profiler id="app" onRender={() => (commits.count += 1)}>
      <App store={store} />
    </Profiler>,
  )
  store.start()
  await screen.findByRole('heading', { level: 1 })
  return { ...memory, store, view, commits }
}
