import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, findChromium } from '../../tools/chromium.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

// This file is read by the runner and again by every worker: what is chosen once travels in the environment.
// E2E_URL points at a program already running, e.g. a development server.
process.env['E2E_PORT'] ??= String(await freePort());
process.env['E2E_CHROMIUM'] ??= await findChromium();
if (!process.env['E2E_DATA'] && !process.env['E2E_URL']) {
  const data = mkdtempSync(path.join(tmpdir(), 'mosty-e2e-'));
  process.env['E2E_DATA'] = data;
  // The runner leaves last, after the server has been stopped.
  process.on('exit', () => rmSync(data, { recursive: true, force: true }));
}
const { E2E_PORT = '', E2E_DATA = '', E2E_URL, E2E_CHROMIUM = '' } = process.env;
const url = E2E_URL ?? `http://localhost:${E2E_PORT}`;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: path.join(ROOT, 'test-results/e2e'),
  timeout: 30_000,
  expect: { timeout: 7_000 },
  // Two cores: a browser and the server with its database already fill them.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: url,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: E2E_CHROMIUM, args: CHROMIUM_ARGUMENTS },
    // No film: the page itself is kept step by step, and its last picture.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
  ...(E2E_URL
    ? {}
    : {
        webServer: {
          command: 'node tools/run.mjs start',
          cwd: ROOT,
          url: `${url}/api/v1/welcome`,
          env: { PORT: E2E_PORT, MOSTY_DATA_DIR: E2E_DATA },
          timeout: 240_000,
          reuseExistingServer: false,
          gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
          stdout: 'pipe' as const,
        },
      }),
});
