import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { noticeTexts } from './scripts/notice-texts.ts'

/** Main and preload for the desktop shell; the renderer serves desktop and browser alike. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: 'src/main/shells/desktop/index.ts',
          'core-process': 'src/main/shells/core-process/child.ts',
          'reading-process': 'src/main/shells/reading-process/child.ts',
          'library-worker': 'src/main/storage/worker/library-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { preload: 'src/main/shells/desktop/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), noticeTexts],
    // A third of the bytes to parse before the first screen.
    build: { minify: true, rollupOptions: { input: { index: 'src/renderer/index.html' } } },
  },
})
