import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Everything the web app is made of. */
const SOURCES = [
  'apps/web/**/*',
  'packages/ui-kit/**/*',
  'modules/*/ui/**/*',
  'modules/*/ui.{ts,tsx}',
  'modules/*/contract/**/*',
  'modules/*/contract.ts',
  'modules/*/package.json',
  'kernel/**/*.ts',
  'package-lock.json',
];
const NOT_SOURCES = /(^|\/)(node_modules|dist|migrations)(\/|$)|\.test\.tsx?$/;

/** Builds the web app when its build is missing or older than its sources. */
export function buildWeb(root = ROOT): 'built' | 'fresh' | 'failed' {
  const stamp = path.join(root, 'apps/web/dist/.stamp');
  const wanted = hashOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'fresh';
  console.log('Building the web app…');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const config = path.join(root, 'apps/web/vite.config.ts');
  const built = spawnSync(
    process.execPath,
    [vite, 'build', path.join(root, 'apps/web'), '--config', config, '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit' },
  );
  if (built.status !== 0) return 'failed';
  writeFileSync(stamp, wanted);
  return 'built';
}

function hashOf(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, exclude: (name) => NOT_SOURCES.test(name) });
  for (const file of [...new Set(files)].sort()) {
    const full = path.join(root, file);
    if (NOT_SOURCES.test(file) || !statSync(full).isFile()) continue;
    hash.update(file).update('\0').update(readFileSync(full)).update('\0');
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url) && buildWeb() === 'failed') {
  console.error('The web app could not be built (see above).');
  process.exitCode = 1;
}
