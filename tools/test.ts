import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * `npm test`: every check and every test, whatever fails before it, and one closing line `N passed, N failed`.
 * `npm test -- checks | unit | e2e`, or `npm test -- modules/ledger` for one place.
 */
const ROOT = path.resolve(import.meta.dirname, '..');
const BIN = path.join(ROOT, 'node_modules/.bin');

interface Count {
  passed: number;
  failed: number;
}

interface Stage {
  readonly name: string;
  readonly group: 'checks' | 'unit' | 'e2e';
  readonly run: () => Promise<Count>;
}

function command(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${BIN}${path.delimiter}${process.env['PATH'] ?? ''}`, ...env },
    });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** One check counts as one test. */
function check(name: string, program: string, ...args: string[]): Stage {
  return {
    name,
    group: 'checks',
    run: async () =>
      (await command(program, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
  };
}

const inModules = (file: string): string => path.join(ROOT, 'node_modules', file);

async function vitest(filters: readonly string[]): Promise<Count> {
  return withReport(async (report) => {
    const args = ['run', ...filters, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await command(inModules('vitest/vitest.mjs'), args);
    const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = read(report);
    // A file that could not even be loaded has no failed test of its own.
    const failed = Number(numFailedTests) || (code === 0 ? 0 : Math.max(1, Number(numFailedTestSuites)));
    return { passed: Number(numPassedTests), failed };
  });
}

async function playwright(): Promise<Count> {
  return withReport(async (report) => {
    const args = ['test', '-c', path.join(ROOT, 'stories/e2e/playwright.config.ts'), '--reporter=list,json'];
    const code = await command(inModules('@playwright/test/cli.js'), args, {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    const stats = (read(report)['stats'] ?? {}) as { expected?: number; unexpected?: number; flaky?: number };
    const failed = (stats.unexpected ?? 0) + (stats.flaky ?? 0);
    return { passed: stats.expected ?? 0, failed: failed || (code === 0 ? 0 : 1) };
  });
}

async function withReport(run: (file: string) => Promise<Count>): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mosty-report-'));
  try {
    return await run(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string): Record<string, unknown> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}

function stages(wanted: readonly string[]): Stage[] {
  const groups = new Set(['checks', 'unit', 'e2e']);
  const places = wanted.filter((one) => !groups.has(one));
  const all: Stage[] = [
    check('types', inModules('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'),
    check('lint', inModules('oxlint/bin/oxlint'), '--quiet'),
    check('format', inModules('@biomejs/biome/bin/biome'), 'format', '.'),
    check('boundaries', 'tools/check-boundaries.ts'),
    check('words', 'tools/check-words.ts'),
    { name: 'unit, database and story tests', group: 'unit', run: () => vitest(places) },
    { name: 'browser tests', group: 'e2e', run: playwright },
  ];
  if (places.length > 0) return all.filter((stage) => stage.group === 'unit');
  return wanted.length === 0 ? all : all.filter((stage) => wanted.includes(stage.group));
}

const total: Count = { passed: 0, failed: 0 };
for (const stage of stages(process.argv.slice(2))) {
  const began = performance.now();
  process.stdout.write(`\n── ${stage.name}\n`);
  const { passed, failed } = await stage.run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  process.stdout.write(`── ${stage.name}: ${passed} passed, ${failed} failed in ${seconds} s\n`);
}
if (total.passed + total.failed === 0) total.failed = 1;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
