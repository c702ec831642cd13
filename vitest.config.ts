import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that go through every door or kill programs take minutes: begun last, they would leave the other core idle. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(/\/stories\/(api|kill)\//.test(moduleId));
    return (await super.sort(files)).toSorted((one, other) => isLong(other) - isLong(one));
  }
}

/** Pure rules: no clock, no database, nothing that one file could leave behind for the next. */
const PURE = '{modules,countries}/**/domain/**/*.test.ts';

/**
 * One run, one embedded PostgreSQL: the global set-up starts it and migrates a template; a test file asks
 * `testDatabase()` of packages/testkit for a copy of its own. Files of pure rules share a process instead: starting one
 * for each took longer than their tests.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    // Tests wait for the database half of their time: of two cores one would stand idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: [PURE], isolate: false, environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'program',
          include: ['{kernel,modules,countries,apps,packages,stories,bench,tools}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', 'stories/e2e/**', PURE],
          globalSetup: ['packages/testkit/database.ts'],
          environment: 'node',
        },
      },
    ],
  },
});
