/**
 * Pictures of pages for the eye: each at 1440 and 390 px, light and dark, in both languages.
 *
 *   node stories/e2e/look.ts [--url http://localhost:3000] [--as owner] [--only 390,dark,ru] [--view] / /partners …
 *
 * Writes test-results/look/*.png and says what an eye may miss: sideways scroll, errors of the console.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, findChromium } from '../../tools/chromium.ts';

const WIDTHS = [1440, 390] as const;
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = ['ru', 'en'] as const;
const FOLDER = path.resolve('test-results/look');

interface Look {
  readonly width: (typeof WIDTHS)[number];
  readonly scheme: (typeof SCHEMES)[number];
  readonly language: (typeof LANGUAGES)[number];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    as: { type: 'string' },
    only: { type: 'string', default: '' },
    /** Only what fits the window, not the whole page. */
    view: { type: 'boolean', default: false },
  },
});

function looks(only: string): Look[] {
  const wanted = only.split(',').filter(Boolean);
  const all = WIDTHS.flatMap((width) =>
    SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ width, scheme, language }))),
  );
  return all.filter((look) => wanted.every((one) => Object.values(look).map(String).includes(one)));
}

async function signedIn(page: Page, role: string): Promise<void> {
  const answer = await page.request.post(`${values.url}/api/v1/demo-session`, {
    data: { role },
    headers: { origin: values.url },
  });
  if (!answer.ok()) throw new Error(`cannot sign in as ${role}: ${answer.status()} ${await answer.text()}`);
}

async function take(browser: Browser, route: string, look: Look): Promise<string[]> {
  const { width, scheme, language } = look;
  const context = await browser.newContext({
    viewport: { width, height: width > 1000 ? 900 : 844 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    deviceScaleFactor: width > 1000 ? 1 : 2,
    isMobile: width < 1000,
    hasTouch: width < 1000,
  });
  await context.addInitScript(([kept]) => localStorage.setItem('mosty.language', kept ?? 'ru'), [language]);
  const page = await context.newPage();
  const noticed: string[] = [];
  page.on('console', (message) => message.type() === 'error' && noticed.push(message.text().slice(0, 300)));
  page.on('pageerror', (error) => noticed.push(error.message));
  if (values.as) await signedIn(page, values.as);
  await page.goto(values.url + route, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(250);
  const name = `${route === '/' ? 'home' : route.slice(1).replace(/[^\w-]+/g, '_')}-${width}-${scheme}-${language}.png`;
  await page.screenshot({ path: path.join(FOLDER, name), fullPage: !values.view });
  if ((await page.locator('body').innerText()).trim() === '') noticed.push('the page is blank');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (sideways > 0) noticed.push(`scrolls sideways by ${sideways} px`);
  await context.close();
  return noticed.map((text) => `${name}: ${text}`);
}

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGUMENTS });
let trouble = 0;
try {
  for (const route of positionals.length ? positionals : ['/']) {
    for (const look of looks(values.only)) {
      const noticed = await take(browser, route, look);
      trouble += noticed.length;
      for (const line of noticed) console.log(line);
    }
    console.log(`${route}: ${looks(values.only).length} pictures`);
  }
} finally {
  await browser.close();
}
process.exitCode = trouble ? 1 : 0;
