import { useEffect, useState } from 'react'
import { App } from '../../src/renderer/app/app.tsx'
import { createLibraryStore } from '../../src/renderer/state/library-store.ts'
import type { Letter } from '../../src/shared/model/letter.ts'
import { memoryApi } from '../renderer/memory-api.ts'

type Memory = ReturnType<typeof memoryApi>
type Props = {
  letters?: Letter[]
  /** The address of the screen, like `#/deadlines`. */
  hash?: string
  today?: string
  /** Changes the core before the window opens: a locked library, a longer scan. */
  prepare?: (core: Memory['core']) => void
}

/** The whole window over a library in memory, at one screen. */
export function InApp({ letters = [], hash = '#/', today, prepare }: Props) {
  const [store] = useState(() => {
    window.location.hash = hash
    const { api, core } = memoryApi(letters, today)
    prepare?.(core)
    return createLibraryStore({ ...api, 'page:image': pageImage })
  })
  useEffect(() => {
    store.start()
    return () => store.stop()
  }, [store])
  return <App store={store} />
}

/** A sheet with gray lines in the place of words. */
const pageImage: Memory['api']['page:image'] = async ({ width }) => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height: Math.round(width * 1.294) })
  const pen = canvas.getContext('2d')
  if (pen) drawLines(pen, width)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done))
  return { ok: true, value: { type: 'image/png', bytes: new Uint8Array((await blob?.arrayBuffer()) ?? []) } }
}

function drawLines(pen: CanvasRenderingContext2D, width: number): void {
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, width, width * 1.3)
  pen.fillStyle = 'silver'
  for (let line = 0; line < 30; line += 1)
    pen.fillRect(width / 10, (width / 26) * (line + 3), width * (line % 6 === 5 ? 0.4 : 0.8), width / 80)
}
