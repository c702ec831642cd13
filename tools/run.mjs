#!/usr/bin/env node
// The only door of every npm script. Plain JavaScript without dependencies: it runs on any Node ≥ 20, before
// anything is installed. It installs what is missing and hands over to the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = path.join(ROOT, 'node_modules', '.mosty-install');
const NEEDED = 24;

/** What each script runs, one after another; the last one gets the arguments. */
const ENTRIES = {
  start: ['tools/build-web.ts', 'apps/server/main.ts'],
  build: ['tools/build-web.ts'],
  test: ['tools/test.ts'],
  mosty: ['apps/server/cli.ts'],
  'new-module': ['tools/new-module.ts'],
  bench: ['bench/run.ts'],
  'example:online-retail': ['bench/online-retail.ts'],
};

const [name = '', ...args] = process.argv.slice(2);
const entries = ENTRIES[name];
if (!entries) fail(`Unknown script "${name}". Known ones: ${Object.keys(ENTRIES).join(', ')}.`);
install();
const node = findNode();
for (const entry of entries.slice(0, -1)) {
  const { status, signal } = spawnSync(node, [path.join(ROOT, entry)], { stdio: 'inherit' });
  if (status !== 0) process.exit(signal ? 130 : status);
}
handOver(node, [path.join(ROOT, entries.at(-1)), ...args]);

/** Compares with the lockfile once; afterwards a stamp says that nothing changed since. */
function install() {
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'));
  const wanted = createHash('sha256')
    .update(lock)
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  if (!isInstalled(JSON.parse(lock.toString()))) runNpm();
  try {
    writeFileSync(STAMP, wanted);
  } catch {
    // Read-only node_modules: the comparison is simply made again next time.
  }
}

/** What npm wrote down of its last installation, against what the lockfile wants on this platform. */
function isInstalled(lock) {
  const note = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const present = JSON.parse(readFileSync(note, 'utf8')).packages ?? {};
  for (const [folder, entry] of Object.entries(lock.packages)) {
    if (!folder.includes('node_modules/') || !isMeantForUs(entry)) continue;
    if (present[folder]?.version !== entry.version || !existsSync(path.join(ROOT, folder))) return false;
  }
  return true;
}

function isMeantForUs(entry) {
  const fits = (list, mine) => !list || (list.includes(mine) && !list.includes(`!${mine}`));
  if (!entry.optional && !entry.devOptional) return true;
  // An optional package without a platform may be missing for reasons of its own.
  return (
    Boolean(entry.os ?? entry.cpu) &&
    fits(entry.os, process.platform) &&
    fits(entry.cpu, process.arch) &&
    !entry.libc
  );
}

function runNpm() {
  console.log('Installing dependencies (npm ci), this takes about a minute…');
  const command = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  const options = {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, npm_config_update_notifier: 'false' },
  };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...command], options)
    : spawnSync('npm', command, { ...options, shell: process.platform === 'win32' });
  if (done.error) fail(`npm could not be started: ${done.error.message}. Install npm and try again.`);
  if (done.status !== 0) {
    fail(
      `"npm ci" in ${ROOT} failed (see above). Usual reasons: no connection to the npm registry, a full disk, or ` +
        'no permission in that folder. Nothing was started.',
    );
  }
}

function findNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const pinned = path.join(ROOT, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  if (existsSync(pinned) && spawnSync(pinned, ['-v']).status === 0) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  return fail(
    `Mosty runs on Node ${NEEDED}. npm has no package with it for ${process.platform} ${process.arch}, and the Node you ` +
      `started is ${process.version}. Install Node ${NEEDED} or newer from https://nodejs.org and try again.`,
  );
}

function handOver(node, command) {
  const child = spawn(node, command, { stdio: 'inherit' });
  // A terminal sends Ctrl-C to the child as well; from anywhere else it reaches only us.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  child.on('error', (error) => fail(`Node could not be started (${node}): ${error.message}`));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    // Ends the way the child ended, so that callers see the same signal.
    for (const heard of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(heard);
    process.kill(process.pid, signal);
    setTimeout(() => process.exit(1), 1000);
  });
}

/** A SIGTERM to npm ends npm and its shell and tells us nothing: the program and its database would stay, unseen. */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
