import { defineConfig } from 'vitest/config'

/** The quick tests that hold what `mutation.config.json` changes; `npm run test:mutation` runs them against each mutant. */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 20_000,
    include: [
      'tests/shared/deadlines/*.test.ts',
      'tests/shared/appeals/choose-appeal*.test.ts',
      'tests/main/app/auto-lock.test.ts',
      'tests/main/integrations/calendar*.test.ts',
      'tests/main/papers/redact/{find-secrets,letter-secrets,redact-letter}.test.ts',
      'tests/main/storage/{database,every-version,library,migrations,protection,record-history,tables,trouble}.test.ts',
      'tests/main/storage/backup/*.test.ts',
      'tests/main/export/{export-import,export-text}.test.ts',
    ],
  },
})
