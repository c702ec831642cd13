import { openAgreement } from '@mosty/agreements';
import { addFace, createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { moveStage } from '@mosty/lifecycle';
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
  world = await testWorkspace(await testDatabase());
  head = world.contextOf('head');
  ({ id: partnerId } = await createPartner(world.system, { name: 'На паузе' }));
  const day = businessDate('2026-01-12');
  ({ id: agreementId } = await openAgreement(world.system, {
    partnerId,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: day,
    signedOn: day,
    launchedOn: day,
  }));
  for (const side of ['ours', 'theirs'] as const)
    await addFace(head, { partnerId, side, name: 'Анна', isMain: true });
  await setLinkSettings(head, { ...rule, destinations: shop });
  await createCode(head, { agreementId, code: 'PAUZA', kind: 'referral' });
  await createLink(head, { agreementId, key: 'pauza', destination: 'https://shop.example/cat' });
});
afterAll(() => world?.close());

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
