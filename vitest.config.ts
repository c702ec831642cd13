import { defineConfig } from 'vitest/config';

/**
 * One run, one embedded PostgreSQL: the global set-up starts it and migrates a template; a test file asks
 * `testDatabase()` of packages/testkit for a copy of its own.
 */
export default defineConfig({
  test: {
    include: ['{kernel,modules,countries,apps,packages,stories,bench,tools}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'stories/e2e/**'],
    globalSetup: ['packages/testkit/database.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
