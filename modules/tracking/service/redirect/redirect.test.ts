import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgreement } from '@mosty/agreements';
import { addFace, createPartner } from '@mosty/directory';
import { systemContext } from '@mosty/identity';
import { look, type Database } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { moveStage } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { createLink } from '../create-link.ts';
import { neutralizeLinks } from '../neutralize-links.ts';
import '../pause-links.ts';
import { setLinkSettings } from '../set-link-settings.ts';
import { trackClicks } from '../track-clicks.ts';
import { archiveLink } from '../update-link.ts';
import { openCountries } from './country.ts';
import { openRedirect, type Redirect } from './open.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const GEOIP = path.resolve(import.meta.dirname, '../../../../../shared/data/geoip/GeoIP2-City-Test.mmdb');
const HOUR_MS = 3_600_000;

let world: World;
let folder: string;
let redirect: Redirect;
let port: number;
let agreementId: Awaited<ReturnType<typeof openAgreement>>['id'];
let aheadMs = 0;
let away = false;
const faults: unknown[] = [];
const server = createServer((asked, response) => {
  if (!redirect.answers(asked, response)) response.writeHead(404).end();
});

beforeAll(async () => {
  world = await testWorkspace(await testDatabase(), { startAt: new Date() });
  await setLinkSettings(world.contextOf('head'), {
    floorPpm: 0n,
    ourDiscountPpm: 0n,
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
  });
  const partner = await createPartner(world.system, { name: 'Мост' });
  const day = businessDate('2026-01-12');
  ({ id: agreementId } = await openAgreement(world.system, {
    partnerId: partner.id,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: day,
    signedOn: day,
  }));
  folder = mkdtempSync(path.join(tmpdir(), 'mosty-redirect-'));
  await open();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.close();
  away = false;
  await redirect.stop();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  const database: Database = {
    ...world.database,
    connect: () => (away ? Promise.reject(new Error('no database')) : world.database.connect()),
  };
  redirect = await openRedirect({
    database,
    contextOf: (workspace, job) => systemContext(database, workspace, job),
    folder,
    proxies: 1,
    https: true,
    countryOf: existsSync(GEOIP) ? openCountries(GEOIP) : undefined,
    onFault: (error) => faults.push(error),
    now: () => Date.now() + aheadMs,
  });
}

const link = (key: string, more: object = {}) =>
  createLink(world.contextOf('manager'), {
    agreementId,
    key,
    destination: 'https://shop.example/cat?x=1#top',
    campaign: 'spring',
    ...more,
  });

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(where: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port, path: where, method, headers: { 'user-agent': CHROME, ...headers } }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

const clicks = async () => {
  await redirect.load();
  const { rows } = await look(world.system, (tx) =>
    sql<Record<string, unknown>>`
      SELECT c.*, l.key FROM tracking.click c JOIN tracking.link l ON l.workspace_id = c.workspace_id AND l.id = c.link_id
      ORDER BY c.clicked_at, c.id`.execute(tx.db),
  );
  return rows;
};
const clicksOf = async (key: string) => (await clicks()).filter((click) => click['key'] === key);

test('a link made a moment ago leads where it says, with its marks, the click and a cookie of ours', async () => {
  await link('novaya');
  const answer = await ask('/r/NOVAYA', {
    referer: 'https://user:pass@VK.com/wall?x',
    'x-forwarded-for': '10.0.0.1, 81.2.69.142',
  });
  expect(answer.status).toBe(302);
  expect(answer.headers['cache-control']).toBe('no-store');
  const to = new URL(String(answer.headers.location));
  expect([to.host, to.pathname, to.hash]).toEqual(['shop.example', '/cat', '#top']);
  expect(Object.fromEntries(to.searchParams)).toMatchObject({ x: '1', utm_source: 'partner', p: 'novaya' });
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^mosty_vid=vis_\w{26}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure$/);
  const [click] = await clicksOf('novaya');
  expect(click).toMatchObject({
    id: to.searchParams.get('mosty_click'),
    visitor_id: cookie.slice(10, 40),
    verdict: 'human',
    why: 'person',
    referrer_host: 'vk.com',
    consented: true,
    country: existsSync(GEOIP) ? 'GB' : null,
  });
  expect(JSON.stringify(click)).not.toContain('81.2.69.142');
  const again = await ask('/r/novaya', { cookie: `a=b; ${cookie.split(';')[0]}` });
  expect(String(again.headers['set-cookie'])).toContain(cookie.slice(10, 40));
});

test('what the visitor brought is passed on and kept; nothing it brings changes where it goes', async () => {
  await link('metki', { erid: 'ours1' });
  const brought =
    'yclid=17&_openstat=dGVzdA&erid=theirs2&utm_term=кофе&utm_source=evil&p=other&mosty_click=x&url=https://evil.example&x=9';
  const { headers } = await ask(`/r/metki?${encodeURI(brought)}`);
  const to = new URL(String(headers.location));
  expect(to.host).toBe('shop.example');
  expect(Object.fromEntries(to.searchParams)).toMatchObject({
    yclid: '17',
    _openstat: 'dGVzdA',
    erid: 'theirs2',
    utm_term: 'кофе',
    utm_source: 'partner',
    utm_campaign: 'spring',
    p: 'metki',
    x: '1',
  });
  expect(to.searchParams.getAll('mosty_click')).toHaveLength(1);
  expect(to.searchParams.get('mosty_click')).toMatch(/^clk_/);
  expect(to.searchParams.has('url')).toBe(false);
  expect((await clicksOf('metki'))[0]).toMatchObject({
    yclid: '17',
    erid: 'theirs2',
    utm: { utm_term: 'кофе' },
  });
});

test('machines are kept apart: led on without a click and a cookie, or refused what they fetch ahead', async () => {
  await link('roboty');
  const told = async (headers: Record<string, string>, method = 'GET') => {
    const answer = await ask('/r/roboty', headers, method);
    return [answer.status, /mosty_click/.test(answer.headers.location ?? ''), answer.headers['set-cookie']];
  };
  expect(await told({ 'user-agent': 'TelegramBot (like TwitterBot)' })).toEqual([302, false, undefined]);
  expect(await told({ 'sec-purpose': 'prefetch;prerender' })).toEqual([503, false, undefined]);
  expect(await told({}, 'HEAD')).toEqual([302, false, undefined]);
  expect(await told({ 'user-agent': '' })).toEqual([302, false, undefined]);
  expect(
    await told({
      'user-agent': `${CHROME.replace('Windows NT 10.0; Win64; x64', 'Linux; Android 14')} Instagram 330.0`,
    }),
  ).toEqual([302, true, [expect.any(String)]]);
  expect((await clicksOf('roboty')).map(({ verdict, why }) => `${verdict} ${why}`).toSorted()).toEqual([
    'bot head_request',
    'bot no_agent',
    'human in_app',
    'prefetch prefetch_header',
    'preview preview_agent',
  ]);
});

test('no cookie for those who did not consent', async () => {
  await link('soglasie');
  const quiet = await ask('/r/soglasie', {
    'sec-gpc': '1',
    cookie: 'mosty_vid=vis_01k00000000000000000000000',
  });
  expect(quiet.headers['set-cookie']).toBeUndefined();
  const [click] = await clicksOf('soglasie');
  expect(click).toMatchObject({ consented: false });
  expect(click?.['visitor_id']).not.toBe('vis_01k00000000000000000000000');
});

test('an unknown key is a page with 404, an archived or expired one with 410, in the reader’s language; never a redirect', async () => {
  const { id } = await link('staraya');
  await archiveLink(world.contextOf('manager'), { linkId: id });
  await link('kratkaya', { expiresAt: new Date(Date.now() + HOUR_MS) });
  const unknown = await ask('/r/nikogda', { 'accept-language': 'ru-RU,en;q=0.5' });
  expect([unknown.status, unknown.headers.location]).toEqual([404, undefined]);
  expect(unknown.body).toContain('Такой ссылки нет');
  expect((await ask('/r/staraya', { 'accept-language': 'en' })).body).toContain('This link no longer works');
  expect((await ask('/r/staraya')).status).toBe(410);
  expect((await ask('/r/kratkaya')).status).toBe(302);
  aheadMs = 2 * HOUR_MS;
  expect((await ask('/r/kratkaya')).status).toBe(410);
  aheadMs = 0;
  for (const strange of [
    '/r/',
    '/r/%',
    '/r/%00',
    '/r//evil.example',
    '/r/https://evil.example',
    '/r/__proto__',
  ])
    expect((await ask(strange)).status).toBe(404);
  expect((await ask('/r/novaya', {}, 'POST')).status).toBe(405);
});

test('S0.66: a link of a partner that left leads to a page of the company: uncounted, unmarked, not dead', async () => {
  const gone = await createPartner(world.system, { name: 'Ушедший' });
  const day = businessDate('2026-01-12');
  const { id } = await openAgreement(world.system, {
    partnerId: gone.id,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: day,
    signedOn: day,
  });
  await link('ushedshiy', { agreementId: id });
  const head = world.contextOf('head');
  await expect(
    neutralizeLinks(head, { partnerId: gone.id, destination: 'https://evil.example/' }),
  ).rejects.toMatchObject({ code: 'tracking.destination_not_allowed' });
  const told = { partnerId: gone.id, destination: 'https://shop.example/' };
  expect(await neutralizeLinks(head, told)).toEqual({ links: 1, codes: 0 });
  expect(await neutralizeLinks(head, told)).toEqual({ links: 0, codes: 0 });
  const { status, headers } = await ask('/r/ushedshiy?utm_source=x&sub=1');
  expect([status, headers.location, headers['set-cookie']]).toEqual([
    302,
    'https://shop.example/',
    undefined,
  ]);
});

test('S0.49: paused without links, they lead to the company and earn nothing; back at work they lead where they did', async () => {
  const { id: partnerId } = await createPartner(world.system, { name: 'На паузе' });
  const day = businessDate('2026-01-12');
  const { id } = await openAgreement(world.system, {
    partnerId,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: day,
    signedOn: day,
    launchedOn: day,
  });
  const head = world.contextOf('head');
  for (const side of ['ours', 'theirs'] as const)
    await addFace(head, { partnerId, side, name: 'Анна', isMain: true });
  await link('pauza', { agreementId: id });
  const leads = async (key = 'pauza') => {
    const { status, headers } = await ask(`/r/${key}`);
    return [status, headers.location?.split('?')[0], /mosty_click/.test(headers.location ?? '')];
  };
  // The redirect hears of changes a few times a second.
  const SOON = { timeout: 10_000 };
  const asBefore = [302, 'https://shop.example/cat', true];
  const asNeutral = [302, 'https://shop.example/', false];
  const pause = (linksStay: boolean) =>
    moveStage(head, {
      partnerId,
      to: 'paused',
      details: { reasonCode: 'season', returnOn: '2099-01-01', linksStay },
    });
  const back = () => moveStage(head, { partnerId, to: 'working', details: { reasonCode: 'partners_word' } });
  await pause(true);
  await expect.poll(() => leads(), SOON).toEqual(asBefore);
  await back();
  await pause(false);
  await expect.poll(() => leads(), SOON).toEqual(asNeutral);
  // One made in the pause waits with the others, and a site that tells of a visit is told no.
  await link('pauza-2', { agreementId: id });
  await expect.poll(() => leads('pauza-2'), SOON).toEqual(asNeutral);
  await expect(
    trackClicks(world.system, { clicks: [{ key: 'pauza', consented: true }], origin: null, userAgent: null }),
  ).rejects.toMatchObject({ code: 'tracking.link_archived' });
  await back();
  await expect.poll(() => leads(), SOON).toEqual(asBefore);
  await expect.poll(() => leads('pauza-2'), SOON).toEqual(asBefore);
});

test('while the database is away links lead on and clicks wait on the disk; afterwards each is there once', async () => {
  await link('buria');
  await ask('/r/buria');
  away = true;
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/r/buria')));
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 302));
  await expect(redirect.load()).rejects.toThrow('no database');
  await redirect.stop();
  expect(readdirSync(path.join(folder, 'spool')).length).toBeGreaterThan(0);
  await open();
  expect(faults.length).toBeGreaterThan(0);
  expect(redirect.ready()).toBe(false);
  away = false;
  const ids = new Set(
    answers.map((answer) => new URL(String(answer.headers.location)).searchParams.get('mosty_click')),
  );
  const kept = await clicksOf('buria');
  expect(kept.length).toBe(21);
  expect(kept.filter((click) => ids.has(String(click['id']))).length).toBe(20);
});

test('the salt of a day is written over by that of the next', async () => {
  const salt = () => readFileSync(path.join(folder, 'salt'), 'utf8');
  await ask('/r/buria');
  const today = salt();
  await redirect.stop();
  await open();
  await ask('/r/buria');
  expect(salt()).toBe(today);
  aheadMs = 24 * HOUR_MS;
  await ask('/r/buria');
  aheadMs = 0;
  expect(salt()).not.toBe(today);
});
