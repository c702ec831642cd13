import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import * as z from 'zod';

/** No sandbox: tests run as root and in containers, and open only our own pages. */
export const CHROMIUM_ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage'];

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const DEBIAN = '/usr/bin/chromium';

/**
 * The program of a headless Chromium that was seen to draw a page: CHROMIUM_PATH when given, else the one from
 * the npm package, else a system's own, else Debian's package when we are root.
 * @throws saying what was tried
 */
export async function findChromium(): Promise<string> {
  const tried: string[] = [];
  const works = async (program: string): Promise<boolean> => {
    const trouble = await troubleOf(program);
    if (trouble !== undefined) tried.push(`${program}: ${trouble}`);
    return trouble === undefined;
  };
  const own = process.env['CHROMIUM_PATH'];
  if (own) {
    if (await works(own)) return own;
    throw new Error(`CHROMIUM_PATH does not name a Chromium that starts.\n${tried.join('\n')}`);
  }
  for (const program of packaged(tried)) if (await works(program)) return program;
  for (const program of SYSTEM) if (existsSync(program) && (await works(program))) return program;
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isRootOnDebian && installWithApt() && (await works(DEBIAN))) return DEBIAN;
  throw new Error(
    'No Chromium that starts was found. Install one (on Debian: apt-get install chromium) ' +
      `or put the path of one into CHROMIUM_PATH. Tried:\n${tried.join('\n')}`,
  );
}

/** Undefined when it draws a page; otherwise what went wrong. */
async function troubleOf(program: string): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({
      executablePath: program,
      args: CHROMIUM_ARGUMENTS,
      timeout: 30_000,
    });
    try {
      const page = await browser.newPage();
      await page.goto('data:text/html,<h1>alive</h1>');
      await page.screenshot();
      return undefined;
    } finally {
      await browser.close();
    }
  } catch (error) {
    const lines = String(error).split('\n');
    return lines.find((line) => /error while loading|not found|No such file/i.test(line)) ?? lines[0];
  }
}

/**
 * The package unpacks into the temporary folder under names without a version, and takes what it finds there
 * for its own. So it gets a temporary folder for itself, and the result is kept by version.
 * Two ways to start it: with the system's libraries, and with those it was packed with.
 */
function packaged(tried: string[]): string[] {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const described = JSON.parse(
      readFileSync(path.resolve(path.dirname(entry), '../package.json'), 'utf8'),
    ) as unknown;
    const { version } = z.object({ version: z.string() }).parse(described);
    const kept = path.join(cacheFolder(), `chromium-${version}`);
    if (!existsSync(kept)) unpack(entry, kept);
    return [path.join(kept, 'start'), path.join(kept, 'start-with-libraries')];
  } catch (error) {
    tried.push(`@sparticuz/chromium: ${String(error)}`);
    return [];
  }
}

function unpack(entry: string, kept: string): void {
  console.log('Unpacking Chromium…');
  const part = mkdtempSync(path.join(tmpdir(), 'mosty-chromium-'));
  const script = `
    const { inflate } = await import(${JSON.stringify(entry)});
    const bin = ${JSON.stringify(path.resolve(path.dirname(entry), '../bin'))};
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(bin + '/' + name);`;
  try {
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TMPDIR: part },
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(done.stderr.trim().slice(-500));
    writeFileSync(path.join(part, 'fonts.conf'), fontsConfiguration(kept));
    const fonts = 'export FONTCONFIG_FILE="$here/fonts.conf"';
    const libraries = 'export LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"';
    writeStarter(path.join(part, 'start'), [fonts]);
    writeStarter(path.join(part, 'start-with-libraries'), [fonts, libraries]);
    move(part, kept);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function writeStarter(file: string, lines: string[]): void {
  const text = ['#!/bin/sh', 'here=$(dirname "$0")', ...lines, 'exec "$here/chromium" "$@"', ''].join('\n');
  writeFileSync(file, text, { mode: 0o755 });
}

/** The system's fonts and, where it has none, the one in the package (it knows Cyrillic). */
function fontsConfiguration(kept: string): string {
  const folder = kept.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** Appears complete or not at all; whoever comes second keeps the first one's copy. */
function move(part: string, kept: string): void {
  const beside = `${kept}.${process.pid}.part`;
  cpSync(part, beside, { recursive: true });
  try {
    renameSync(beside, kept);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
}

function cacheFolder(): string {
  const named = process.env['XDG_CACHE_HOME'];
  const base = named && path.isAbsolute(named) ? named : path.join(homedir(), '.cache');
  const wanted = path.join(base, 'mosty');
  try {
    mkdirSync(wanted, { recursive: true });
    accessSync(wanted, constants.W_OK);
    return wanted;
  } catch {
    // A home that is read-only or missing: the temporary folder serves until it is cleaned.
    const other = path.join(tmpdir(), `mosty-cache-${process.getuid?.() ?? ''}`);
    mkdirSync(other, { recursive: true, mode: 0o700 });
    return other;
  }
}

function installWithApt(): boolean {
  console.log('Installing the Chromium of Debian (apt-get install chromium)…');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'inherit' } as const;
  spawnSync('apt-get', ['update', '-q'], options);
  return (
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options).status === 0
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await findChromium());
