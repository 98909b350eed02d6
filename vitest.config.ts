import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { noticeTexts } from './scripts/notice-texts.ts'
import { countReporter } from './tests/groups/count-reporter.ts'

/**
 * A file that takes long (OCR, browsers, whole packets, hostile files) is named `*.long.test.ts`: `npm test` leaves it out,
 * `npm run test:long` and `npm run test:all` run it. Together the projects take every test once.
 */
const long = 'tests/**/*.long.test.ts'
const longDom = 'tests/**/*.long.test.tsx'
const countsFile = process.env.WAYMARK_TEST_COUNTS

export default defineConfig({
  test: {
    // By default one less than the processors, which leaves half of a small machine idle; browsers and engines are waited for.
    maxWorkers: 4,
    globalSetup: './tests/setup/temporary-folder.ts',
    reporters: ['default', ...(countsFile ? [countReporter(countsFile)] : [])],
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
        plugins: [noticeTexts],
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/shared/**', 'tests/e2e/**', long],
          // Each file opens what it needs and closes it again, so that the loaded modules can serve the next one.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react(), noticeTexts],
        test: {
          name: 'dom',
          environment: './tests/setup/dom-environment.ts',
          include: ['tests/**/*.test.tsx'],
          // The window is cleared by the setup file after each test.
          isolate: false,
          exclude: [longDom],
          setupFiles: ['tests/setup/dom.ts'],
          testTimeout: 120_000,
          // The first one loads the languages, which takes a while where other programs are busy.
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/*.test.ts'],
          exclude: [long],
          isolate: false,
          // For a whole way on a busy machine; what one step waits for is limited by tests/e2e/waiting.ts.
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [noticeTexts],
        test: {
          name: 'long',
          environment: 'node',
          include: [long],
          isolate: false,
          // For whole ways through the app; what one of them waits for is limited by tests/e2e/waiting.ts.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [react(), noticeTexts],
        test: {
          name: 'long-dom',
          environment: './tests/setup/dom-environment.ts',
          include: [longDom],
          isolate: false,
          setupFiles: ['tests/setup/dom.ts'],
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
