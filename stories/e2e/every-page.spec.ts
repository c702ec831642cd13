import { expect, test, type Browser, type Page, type Request, type Response } from '@playwright/test';
import type { ModuleWords } from '@mosty/ui-kit';
import { words as kit } from '@mosty/ui-kit/words';
import { MODULES } from '@mosty/web/module-names';
import { words as shell } from '@mosty/web/words';
import { addressesOf, portalAddressesOf, NOBODYS_TOKEN, type Addresses } from './addresses.fixture.ts';
import { axeFaultsOf, bringAxe } from './axe.fixture.ts';
import { faultsOf, settled } from './page-rules.fixture.ts';
import { PHONE, signInAs, WIDE } from './shell.fixture.ts';

interface Look {
  readonly language: 'ru' | 'en';
  readonly viewport: typeof WIDE;
  readonly lights: readonly ('light' | 'dark')[];
  /** In which of the lights axe looks too: it costs more than all our own rules, so it sees every page once. */
  readonly axe?: 'light' | 'dark';
}

const LOOKS: readonly Look[] = [
  { language: 'ru', viewport: WIDE, lights: ['light', 'dark'] },
  { language: 'en', viewport: WIDE, lights: ['light'] },
  { language: 'ru', viewport: PHONE, lights: ['dark'], axe: 'dark' },
];

// A film of every page costs more than the pages; those with a fault are attached.
test.use({ trace: 'off', screenshot: 'off' });

let addresses: Addresses;
let groups: readonly string[];

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  await signInAs(page, 'owner');
  addresses = await addressesOf(context.request, new URL(baseURL ?? '').origin);
  await context.close();
  const modules = await Promise.all(
    MODULES.map(async (name) => {
      const { words } = (await import(`@mosty/${name}/ui`)) as { words: ModuleWords };
      return words;
    }),
  );
  groups = [shell, kit, ...modules].flatMap(({ ru }) => Object.keys(ru));
});

/** A page behind a secret address asks for what is not there, and says so. */
function isExpected(response: Response, page: Page): boolean {
  return response.status() === 404 && page.url().endsWith(NOBODYS_TOKEN);
}

/** A page, what goes wrong on it by itself, and how many of its questions are not answered yet. */
async function watched(browser: Browser, look: Look): Promise<Watched> {
  const context = await browser.newContext({
    ...test.info().project.use,
    viewport: look.viewport,
    colorScheme: 'light',
  });
  await context.addInitScript((language) => localStorage.setItem('mosty.language', language), look.language);
  if (look.axe) await bringAxe(context);
  const page = await context.newPage();
  const troubles: string[] = [];
  const asked = new Set<Request>();
  // What a page asks the server for; files of the page itself are told by what is drawn.
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch' || request.resourceType() === 'xhr') asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => {
    asked.delete(request);
    // A page that is left lets its feed go.
    const { errorText } = request.failure() ?? {};
    if (request.resourceType() === 'eventsource' && errorText === 'net::ERR_ABORTED') return;
    troubles.push(`failed: ${request.url()} ${errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !isExpected(response, page))
      troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // Answers of 4xx are told above, with their address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text().slice(0, 300));
  });
  return { page, troubles, inFlight: () => asked.size };
}

interface Watched {
  readonly page: Page;
  readonly troubles: string[];
  readonly inFlight: () => number;
}

/** Looks at the page in each light; a picture is kept of a page that has a fault. */
async function look({ page, troubles, inFlight }: Watched, address: string, as: Look): Promise<string[]> {
  const found: string[] = [];
  for (const light of as.lights) {
    await page.emulateMedia({ colorScheme: light });
    await settled(page, inFlight, light);
    const faults = [...(await faultsOf(page, groups)), ...troubles.splice(0)];
    if (light === as.axe) faults.push(...(await axeFaultsOf(page)));
    const where = `${address} ${as.language} ${as.viewport.width} ${light}`;
    if (faults.length > 0) await test.info().attach(where, { body: await page.screenshot() });
    found.push(...faults.map((fault) => `${where}: ${fault}`));
  }
  return found;
}

const parentOf = (address: string): string => address.slice(0, address.lastIndexOf('/'));

/**
 * Goes on without reloading, as a reader does; the heading of the page that is left is marked, to know when it is gone.
 * From one thing to the next of its kind the heading may stay and only change its words: that page is opened anew.
 */
async function goOn(page: Page, address: string): Promise<void> {
  if (address.includes('_') && parentOf(new URL(page.url()).pathname) === parentOf(address)) {
    await page.goto(address);
    return;
  }
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-left', '');
    history.pushState({}, '', to);
  }, address);
}

for (const as of LOOKS) {
  test(`every page in ${as.language} at ${as.viewport.width}`, async ({ browser }) => {
    test.setTimeout(420_000);
    const found: string[] = [];
    const signedOut = await watched(browser, as);
    for (const address of addresses.public) {
      await signedOut.page.goto(address);
      found.push(...(await look(signedOut, address, as)));
    }
    await signedOut.page.context().close();

    const team = await watched(browser, as);
    await signInAs(team.page, 'owner');
    for (const [place, address] of addresses.team.entries()) {
      if (place === 0) await team.page.goto(address);
      else await goOn(team.page, address);
      found.push(...(await look(team, address, as)));
    }
    await team.page.context().close();

    const partner = await watched(browser, as);
    await signInAs(partner.page, 'partner_owner');
    for (const [place, address] of (await portalAddressesOf(partner.page.request)).entries()) {
      if (place === 0) await partner.page.goto(address);
      else await goOn(partner.page, address);
      found.push(...(await look(partner, address, as)));
    }
    await partner.page.context().close();
    expect(found).toEqual([]);
  });
}
