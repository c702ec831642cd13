import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAgreements } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { listLinkRows } from '../store/link-rows.ts';
import { createLink } from './create-link.ts';
import { createOwnLink } from './create-own-link.ts';
import { setLinkSettings } from './set-link-settings.ts';

let world: World;
let alpha: Id<'partner'>;
let beta: Id<'partner'>;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  await setLinkSettings(world.contextOf('owner'), {
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
    floorPpm: 0n,
    ourDiscountPpm: 0n,
  });
  alpha = await partner('Ромашка', true);
  beta = await partner('Ромашка', true);
});
afterAll(() => world?.close());

async function partner(name: string, signed: boolean): Promise<Id<'partner'>> {
  const { id } = await createPartner(world.system, { name });
  const day = businessDate('2026-01-01');
  if (signed)
    await openAgreements(world.system, [
      { partnerId: id, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
    ]);
  return id;
}

it('a partner makes a link for itself where the company allows, and sees it; another partner does not', async () => {
  const own = await world.contextOfPartner(alpha);
  const link = await createOwnLink(own, { destination: 'https://shop.example/new', title: 'Пост в марте' });
  expect(link).toMatchObject({ partnerId: alpha, title: 'Пост в марте', erid: null, archivedAt: null });
  const seen = (ctx: typeof own) => look(ctx, (tx) => listLinkRows(tx, { after: null, limit: 10 }));
  expect((await seen(own)).map(({ id }) => id)).toEqual([link.id]);
  const others = await world.contextOfPartner(beta);
  expect(await seen(others)).toEqual([]);
  // Of the same name: the address of the first is not seen, and still is not given twice.
  const second = await createOwnLink(others, { destination: 'https://shop.example/' });
  expect(second.partnerId).toBe(beta);
  expect(second.key).not.toBe(link.key);
});

it('neither to another site, nor before the rules, nor without end', async () => {
  const own = await world.contextOfPartner(alpha);
  await expect(createOwnLink(own, { destination: 'https://evil.example/' })).rejects.toMatchObject({
    code: 'tracking.destination_not_allowed',
  });
  const fresh = await world.contextOfPartner(await partner('Новичок', false));
  await expect(createOwnLink(fresh, { destination: 'https://shop.example/' })).rejects.toMatchObject({
    code: 'tracking.link_before_rules',
  });
  await expect(
    createOwnLink(world.contextOf('manager'), { destination: 'https://shop.example/' }),
  ).rejects.toMatchObject({ code: 'identity.not_permitted' });
  await expect(
    createLink(own, { agreementId: 'agr_x' as Id<'agreement'>, destination: 'https://shop.example/' }),
  ).rejects.toMatchObject({ code: 'identity.not_permitted' });
  const often = async () => {
    for (let n = 0; n < 31; n += 1) await createOwnLink(own, { destination: 'https://shop.example/' });
  };
  await expect(often()).rejects.toMatchObject({ kind: 'limit', code: 'tracking.links_too_often' });
});
