import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // By default one less than the processors, which leaves half of a small machine idle; browsers and engines are waited for.
    maxWorkers: 4,
    projects: [
      {
        test: {
          // Pure functions leave nothing behind, so that these files can share their imports.
          name: 'shared',
          environment: 'node',
          include: ['tests/shared/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/shared/**'],
          // Each file opens what it needs and closes it again, so that the loaded modules can serve the next one.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/**/*.test.tsx'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
