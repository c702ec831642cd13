import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { openAgreement } from '@mosty/agreements';
import { createPartner, ensureClients } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { insertClicks, lockClicks, makeClickMonths } from '../store/clicks.ts';
import { leadsOfClients } from '../store/leads.ts';
import { bindLoadedClicks } from './bind-visitors.ts';
import { createCode } from './create-code.ts';
import { recordLeads } from './record-leads.ts';
import { setLinkSettings } from './set-link-settings.ts';
import { trackClicks } from './track-clicks.ts';

let world: World;
let partnerId: string;
let agreementId: string;
const SITE = 'https://shop.example';

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  const partner = await createPartner(world.system, { name: 'Вектор' });
  const day = businessDate('2026-01-01');
  const agreement = await openAgreement(world.system, {
    partnerId: partner.id,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: day,
    signedOn: day,
  });
  partnerId = partner.id;
  agreementId = agreement.id;
  await createCode(world.system, { agreementId: agreement.id, code: 'VEKTOR', kind: 'referral' });
  await setLinkSettings(world.system, {
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
    floorPpm: 0n,
    ourDiscountPpm: 0n,
  });
});
afterAll(() => world?.close());

const told = { key: 'VEKTOR', consented: true };
const clicksOf = (ids: readonly string[]) =>
  look(world.system, async (tx) => {
    const { rows } = await sql<{ id: string }>`SELECT id FROM tracking.click
      WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
    return rows;
  });

test('a visit with a number is one visit however often it is told, whether its browser has a name or not', async () => {
  const clicks = [{ ...told, externalId: 'v1', timestamp: '2026-03-01T10:00:00Z' }];
  const [first] = await trackClicks(world.system, { clicks, origin: null, userAgent: null });
  const [again] = await trackClicks(world.system, { clicks, origin: null, userAgent: null });
  expect(again).toEqual(first);
  expect(await clicksOf([first?.clickId ?? ''])).toHaveLength(1);
});

test('a page tells of what happens now: the key on it is anybody’s, and the earliest or the last visit is paid', async () => {
  const now = world.clock.now().getTime();
  const tell = (at: number) =>
    trackClicks(world.system, {
      clicks: [{ ...told, timestamp: new Date(at).toISOString() }],
      origin: SITE,
      userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    });
  expect(await tell(now - 60_000)).toHaveLength(1);
  await expect(tell(now - 30 * 86_400_000)).rejects.toMatchObject({ code: 'tracking.page_tells_now' });
  await expect(tell(now + 2 * 86_400_000)).rejects.toMatchObject({ code: 'tracking.page_tells_now' });
});

test('a lead told while its click is being loaded waits for it, and is its link’s', async () => {
  const at = world.clock.now();
  const click = {
    id: world.ids.next('click', at),
    linkId: world.ids.next('link', at),
    partnerId: partnerId as never,
    agreementId: agreementId as never,
    visitorId: 'vis_late',
    clickedAt: at,
    verdict: 'human' as const,
    why: 'person' as const,
    ipHash: null,
    country: null,
    userAgent: null,
    referrerHost: null,
    destination: SITE,
    utm: null,
    yclid: null,
    erid: null,
    inApp: null,
    consented: true,
  };
  const client = (await ensureClientsNow()).id;
  let lead: Promise<unknown> = Promise.resolve();
  // The loader, stopped between its look for those who wait and its commit.
  await transact(world.system, async (tx) => {
    await lockClicks(tx);
    await makeClickMonths(tx, at, at);
    await insertClicks(tx, [click]);
    await bindLoadedClicks(tx, [{ ...click, human: true }]);
    lead = recordLeads(world.system, {
      source: 'test',
      leads: [{ clientId: client, eventName: 'sign_up', occurredAt: at, clickId: click.id }],
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await lead;
  const { bound, leads } = await look(world.system, async (tx) => ({
    bound: (
      await sql`SELECT visitor_id FROM tracking.visitor_client
        WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ${client}`.execute(tx.db)
    ).rows,
    leads: await leadsOfClients(tx, [client]),
  }));
  expect(bound).toEqual([{ visitor_id: 'vis_late' }]);
  expect(leads).toMatchObject([{ partnerId, agreementId }]);
});

async function ensureClientsNow() {
  const clients = await transact(world.system, (tx) =>
    ensureClients(tx, [{ externalId: 'late', name: 'Поздний' }]),
  );
  const client = clients.get('late');
  if (!client) throw new Error('a client that was written down is there');
  return client;
}
