import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApiKey } from '@mosty/identity';
import { openAgreements } from '@mosty/agreements';
import { importPartners } from '@mosty/directory';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testWorkspace } from '@mosty/testkit';
import { createLink, setLinkSettings } from '@mosty/tracking';
import type { Page } from '@playwright/test';
import { openServer } from './office.fixture.ts';
import { expect, signInAs, test, WIDE } from './shell.fixture.ts';

/** A shop of two domains, that is of two hosts to a browser: no cookie of the one is seen by the other. */
interface Shop {
  readonly main: string;
  readonly pay: string;
  close(): Promise<void>;
}

async function openShop(pageOf: (hosts: string) => string): Promise<Shop> {
  let hosts = '';
  const server: Server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(request.url === '/favicon.ico' ? '' : pageOf(hosts));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  hosts = `127.0.0.1:${port},localhost:${port}`;
  return {
    main: `http://127.0.0.1:${port}`,
    pay: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A company with a partner and a link to the shop, and the key that stands in the shop's pages. */
async function openCompany() {
  const mosty = await openServer();
  let key = '';
  const shop = await openShop((hosts) => {
    const [main, pay] = hosts.split(',');
    return (
      `<!doctype html><meta charset="utf-8"><title>Лавка</title>` +
      `<script src="${mosty.url}/tracker.js" data-key="${key}" data-domains="${hosts}"></script>` +
      `<a id="pay" href="http://${pay}/checkout">К оплате</a> <a id="back" href="http://${main}/">В лавку</a>` +
      `<a id="away" href="https://vk.example/">Мы в сети</a>`
    );
  });
  const world = await testWorkspace({ appUrl: mosty.running.opened.appUrl }, { isDemo: true });
  const day = businessDate('2026-01-01');
  const [partner] = await importPartners(world.system, [{ externalId: 'P1', name: 'Обзоры Марии' }]);
  if (!partner || !('id' in partner)) throw new Error('no partner');
  const [agreement] = await openAgreements(world.system, [
    {
      partnerId: partner.id as Id<'partner'>,
      class: 'partner_sales',
      kind: 'affiliate',
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    },
  ]);
  if (!agreement || !('id' in agreement)) throw new Error('no agreement');
  await setLinkSettings(world.contextOf('owner'), {
    destinations: [shop.main, shop.pay].map((one) => ({ host: new URL(one).host, withSubdomains: false })),
    domains: [],
    floorPpm: 0n,
    ourDiscountPpm: 0n,
  });
  await createLink(world.system, {
    agreementId: agreement.id as Id<'agreement'>,
    destination: `${shop.main}/`,
    key: 'maria',
    title: 'Обзор чая',
  });
  const owner = world.contextOf('owner');
  key = (await createApiKey(owner, { name: 'лавка', kind: 'publishable', scopes: [] })).secret;
  const { secret } = await createApiKey(owner, { name: 'касса', scopes: ['sales:write', 'read'] });
  return {
    mosty,
    shop,
    secret,
    async close() {
      await world.close();
      await shop.close();
      await mosty.close();
    },
  };
}

const PERSON =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

interface Tracker {
  readonly ready: Promise<string | undefined>;
  clickId(): string | undefined;
  consent(yes: boolean): void;
}
const clickIn = (page: Page) =>
  page.evaluate(async () => (await (globalThis as unknown as { mosty: Tracker }).mosty.ready) ?? null);
const consent = (page: Page, yes: boolean) =>
  page.evaluate((said) => (globalThis as unknown as { mosty: Tracker }).mosty.consent(said), yes);
const cookieOf = async (page: Page, url: string) =>
  (await page.context().cookies(url)).find((one) => one.name === 'mosty_click')?.value;

test.describe('the tracker in a browser', () => {
  test.use({ viewport: WIDE });

  test('a link, two domains, consent refused and given, a lead, and the click on the page of clicks', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const { mosty, shop, secret, close } = await openCompany();
    // A headless browser says that it is one, and is taken for the robot that it is.
    const context = await browser.newContext({
      locale: 'ru-RU',
      reducedMotion: 'reduce',
      viewport: WIDE,
      userAgent: PERSON,
    });
    try {
      const page = await context.newPage();
      await page.goto(`${mosty.url}/r/maria`);
      expect(page.url().startsWith(shop.main)).toBe(true);
      const click = new URL(page.url()).searchParams.get('mosty_click');
      expect(click).toMatch(/^clk_/);
      expect(await clickIn(page)).toBe(click);
      // Nobody has agreed to anything: no cookie, and the click goes along by the address alone.
      expect(await cookieOf(page, shop.main)).toBeUndefined();
      await page.click('#pay');
      await page.waitForURL(`${shop.pay}/**`);
      expect(new URL(page.url()).searchParams.get('mosty_click')).toBe(click);
      expect(await clickIn(page)).toBe(click);
      await page.goto(`${shop.pay}/checkout`);
      expect(await clickIn(page)).toBeNull();

      // Consent: each domain keeps it in a cookie of its own, and a page without the mark knows it.
      await page.goto(`${shop.main}/?mosty_click=${click}`);
      await consent(page, true);
      expect(await cookieOf(page, shop.main)).toBe(click);
      await page.goto(`${shop.main}/catalogue`);
      expect(await clickIn(page)).toBe(click);
      await page.click('#pay');
      await page.waitForURL(`${shop.pay}/**`);
      await consent(page, true);
      await page.goto(`${shop.pay}/checkout`);
      expect(await clickIn(page)).toBe(click);

      // Taken back: forgotten at once.
      await consent(page, false);
      expect(await cookieOf(page, shop.pay)).toBeUndefined();
      expect(await cookieOf(page, shop.main)).toBe(click);

      // The publishable key tells a visit by `?via=` and nothing else; a lead is told by the server of the shop.
      const told = page.waitForResponse((answer) => answer.url().endsWith('/track/click'));
      await page.goto(`${shop.pay}/?via=maria`);
      expect((await told).status()).toBe(201);
      const byPage = await clickIn(page);
      expect(byPage).toMatch(/^clk_/);
      expect(byPage).not.toBe(click);
      const lead = { eventName: 'заявка', customerExternalId: 'C-1', customerName: 'Чайная', clickId: click };
      const send = (bearer: string) =>
        page.request.post(`${mosty.url}/api/v1/track/lead`, {
          data: lead,
          headers: { authorization: `Bearer ${bearer}`, origin: shop.pay },
        });
      const refused = await send(await keyOf(page));
      expect(refused.status()).toBe(403);
      const kept = await send(secret);
      expect(kept.status(), await kept.text()).toBe(201);
      expect((await kept.json()) as object).toMatchObject({ clickId: click });

      // And whoever looks at the clicks sees both of them.
      const team = await browser.newContext({
        baseURL: mosty.url,
        locale: 'ru-RU',
        reducedMotion: 'reduce',
        viewport: WIDE,
      });
      const office = await team.newPage();
      await office.goto('/sign-in');
      await signInAs(office, 'owner');
      await office.goto('/clicks');
      await expect(office.getByRole('heading', { level: 1 })).toHaveText('Кто переходит по ссылкам и откуда');
      await expect(
        office.getByRole('table', { name: 'Последние переходы' }).getByText('Обзор чая'),
      ).toHaveCount(2);
      await team.close();
    } finally {
      await context.close();
      await close();
    }
  });
});

/** The key anybody reads in the page. */
async function keyOf(page: Page): Promise<string> {
  return (await page.locator('script[data-key]').getAttribute('data-key')) ?? '';
}
