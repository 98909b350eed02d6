import { defineConfig } from 'vitest/config'

/** The quick tests that hold the counting and the choice; `npm run test:mutation` runs them against each mutant. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/shared/deadlines/*.test.ts', 'tests/shared/appeals/choose-appeal*.test.ts'],
  },
})
