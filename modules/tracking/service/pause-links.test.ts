import { openAgreement } from '@mosty/agreements';
import { addFace, createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { defineEvidence, definedEvidence, moveStage } from '@mosty/lifecycle';
import { EVIDENCE, type Stage } from '@mosty/lifecycle/contract';
import { askOf, testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getLinkSettings, listCodes, setLinkSettings as setOperation } from '../contract.ts';
import { trackingRoutes } from '../http.ts';
import { codesByText } from './codes-by-text.ts';
import { createCode } from './create-code.ts';
import { createLink } from './create-link.ts';
import './pause-links.ts';
import { setLinkSettings } from './set-link-settings.ts';
import { trackClicks } from './track-clicks.ts';

let world: World;
let head: Context;
let partnerId: Id<'partner'>;
let agreementId: Id<'agreement'>;
const rule = { floorPpm: 0n, ourDiscountPpm: 0n, domains: [] };
const shop = [{ host: 'shop.example', withSubdomains: false }];
beforeAll(async () => {
  // What modules above find is looked at there: here all of it is met.
  for (const code of EVIDENCE)
    if (!definedEvidence().has(code))
      defineEvidence(code, async () => ({ met: true, rows: [], missing: [] }));
  world = await testWorkspace(await testDatabase());
  head = world.contextOf('head');
  ({ id: partnerId } = await createPartner(world.system, { name: 'На паузе' }));
  for (const side of ['ours', 'theirs'] as const)
    await addFace(head, { partnerId, side, name: 'Анна', isMain: true });
  agreementId = await working(partnerId);
  await setLinkSettings(head, { ...rule, destinations: shop });
  await createCode(head, { agreementId, code: 'PAUZA', kind: 'referral' });
  await createLink(head, { agreementId, key: 'pauza', destination: 'https://shop.example/cat' });
});
afterAll(() => world?.close());

async function working(of: Id<'partner'>): Promise<Id<'agreement'>> {
  const day = businessDate('2026-01-12');
  const { id } = await openAgreement(world.system, {
    partnerId: of,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: day,
    signedOn: day,
    launchedOn: day,
  });
  return id;
}

const ask = askOf(trackingRoutes);
const pause = (linksStay: boolean) =>
  moveStage(head, {
    partnerId,
    to: 'paused',
    details: { reasonCode: 'season', returnOn: '2099-01-01', linksStay },
  });
const back = () => moveStage(head, { partnerId, to: 'working', details: { reasonCode: 'partners_word' } });
const live = async (state: 'yes' | 'no') =>
  (await ask(listCodes, head, { query: { live: state } })).items.map(({ code }) => code).sort();
const visit = () =>
  trackClicks(world.system, { clicks: [{ key: 'PAUZA', consented: true }], origin: null, userAgent: null });
const leadsTo = async () => {
  const { rows } = await look(world.system, (tx) =>
    sql<{ to: string | null }>`SELECT paused_to AS to FROM tracking.link WHERE key = 'pauza'`.execute(tx.db),
  );
  return rows[0]?.to;
};

test('codes are paused with the links, those given in the pause too, and work again with them (S0.49)', async () => {
  await pause(true);
  expect(await live('yes')).toEqual(['PAUZA']);
  await back();
  await pause(false);
  await createCode(head, { agreementId, code: 'PAUZA2', kind: 'referral' });
  expect(await live('yes')).toEqual([]);
  expect(await live('no')).toEqual(['PAUZA', 'PAUZA2']);
  await expect(visit()).rejects.toMatchObject({ code: 'tracking.link_archived' });
  // What was sold is still told whose it was.
  const found = await look(world.system, (tx) => codesByText(tx, ['pauza']));
  expect(found.get('pauza')).toMatchObject({ partnerId, archivedAt: null });
  await back();
  expect(await live('yes')).toEqual(['PAUZA', 'PAUZA2']);
  expect(await visit()).toMatchObject([{ partnerId }]);
});

test('links of the paused lead where the company says, on its own sites only, and at once (S0.49)', async () => {
  await pause(false);
  expect(await leadsTo()).toBe('https://shop.example/');
  const neutralTo = 'https://shop.example/about';
  await expect(
    setLinkSettings(head, { ...rule, destinations: shop, neutralTo: 'https://evil.example/' }),
  ).rejects.toMatchObject({ code: 'tracking.destination_not_allowed' });
  const body = { floorPpm: 0, ourDiscountPpm: 0, domains: [], destinations: shop, neutralTo };
  expect(await ask(setOperation, head, { body })).toMatchObject({ neutralTo });
  expect(await leadsTo()).toBe(neutralTo);
  // Left out, it stays; a site it stands on is not taken away from under it.
  await setLinkSettings(head, { ...rule, destinations: shop });
  expect(await ask(getLinkSettings, head)).toMatchObject({ neutralTo });
  await back();
  expect(await leadsTo()).toBeNull();
  await pause(false);
  expect(await leadsTo()).toBe(neutralTo);
  await setLinkSettings(head, { ...rule, destinations: shop, neutralTo: null });
  expect(await leadsTo()).toBe('https://shop.example/');
});

/** A partner at work with a code and a link, and the words it is moved by. */
async function another(name: string) {
  const { id } = await createPartner(world.system, { name });
  const first = await working(id);
  const make = async (of: Id<'agreement'>, key: string) => {
    await createCode(head, { agreementId: of, code: key, kind: 'referral' });
    await createLink(head, { agreementId: of, key, destination: 'https://shop.example/cat' });
  };
  await make(first, `${name}1`);
  const move = (to: Stage, reasonCode?: string) =>
    moveStage(world.contextOf('owner'), {
      partnerId: id,
      to,
      details: { reasonCode, linksStay: false, returnOn: to === 'paused' ? '2099-01-01' : undefined },
    });
  const paused = () =>
    look(world.system, async (tx) => {
      const { rows } = await sql<{ key: string }>`
        SELECT key FROM tracking.link WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${id}
          AND paused_to IS NOT NULL
        UNION ALL SELECT code FROM tracking.code WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${id}
          AND paused_at IS NOT NULL`.execute(tx.db);
      return rows.map(({ key }) => key);
    });
  return { id, make, move, paused };
}

test('whoever left from a pause and came back makes links and codes that work (S0.49)', async () => {
  const one = await another('left');
  await one.move('paused', 'season');
  expect(await one.paused()).toEqual(['left1', 'left1']);
  await one.move('leaving', 'no_result');
  await one.move('ended');
  expect(await one.paused()).toHaveLength(2);
  await one.move('candidate');
  await one.make(await working(one.id), 'left2');
  expect(await one.paused()).toEqual([]);
});

test('links and codes of one on the stop list are paused, whatever stage it was in, and no longer when it is taken off (S0.72)', async () => {
  const one = await another('listed');
  await one.move('stop_listed', 'fraud');
  expect(await one.paused()).toEqual(['listed1', 'listed1']);
  await one.move('candidate');
  expect(await one.paused()).toEqual([]);
});
