import { sql } from 'kysely';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeOver } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { addressOf } from '../contract/link-address.ts';
import { freeText, slugOf } from '../domain/made-key.ts';
import { mayLeadTo, typedHost } from '../domain/new-link.ts';
import { worstReduction } from '../domain/price.ts';
import { createCode } from './create-code.ts';
import { createCodes } from './create-codes.ts';
import { createLink } from './create-link.ts';
import { createLinks } from './create-links.ts';
import { liveLinks } from './live-links.ts';
import { setLinkSettings } from './set-link-settings.ts';
import { archiveLink, updateLink } from './update-link.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
const open = { floorPpm: 0n, ourDiscountPpm: 0n };
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  await setLinkSettings(world.contextOf('head'), {
    ...open,
    destinations: [{ host: 'https://Shop.example/', withSubdomains: true }],
    domains: ['go.shop.example'],
  });
});
afterAll(() => world?.close());

async function agreement(name: string, signed = true) {
  const partner = await createPartner(world.system, { name });
  const today = businessDate('2026-03-02');
  const taken = { path: 'scaled', stage: 'agreed', reason: 'работаем давно' } as const;
  await takeOver(world.system, { partnerId: partner.id, ...taken });
  const { id } = await openAgreement(world.system, {
    partnerId: partner.id,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: today,
    ...(signed ? { signedOn: today } : {}),
  });
  return id;
}

const destination = 'https://shop.example/crm?utm_source=own';

describe('a link', () => {
  it('gets a key one can read aloud, another one beside it when that is taken', async () => {
    const agreementId = await agreement('ООО «Щедрый Вектор»');
    const ctx = world.contextOf('manager');
    expect((await createLink(ctx, { agreementId, destination })).key).toBe('schedryi-vektor');
    expect((await createLink(ctx, { agreementId, destination })).key).toBe('schedryi-vektor-2');
    await expect(createLink(ctx, { agreementId, destination, key: 'SCHEDRYI-vektor' })).rejects.toMatchObject(
      {
        code: 'tracking.link_key_taken',
      },
    );
    await expect(createLink(ctx, { agreementId, destination, key: 'Admin' })).rejects.toMatchObject({
      code: 'tracking.link_key_reserved',
    });
  });

  it('leads only where the company allows, answers only on its own hosts, and ends later than now', async () => {
    const agreementId = await agreement('Куда');
    const refused = (more: object) =>
      expect(createLink(world.system, { agreementId, destination, ...more })).rejects;
    for (const evil of [
      'https://evil.example/',
      'https://shop.example@evil.example/',
      'https://notshop.example/',
    ])
      await refused({ destination: evil }).toMatchObject({ code: 'tracking.destination_not_allowed' });
    await refused({ domain: 'go.evil.example' }).toMatchObject({ code: 'tracking.domain_unknown' });
    await refused({ expiresAt: world.clock.now() }).toMatchObject({ code: 'tracking.link_expires_in_past' });
    const below = await createLink(world.system, { agreementId, destination: 'https://new.shop.example/' });
    expect(below.destination).toBe('https://new.shop.example/');
  });

  it('is not given before the rules are accepted, by the verb and by the database (S0.39)', async () => {
    const agreementId = await agreement('Рано', false);
    await expect(createLink(world.system, { agreementId, destination })).rejects.toMatchObject({
      code: 'tracking.link_before_rules',
    });
    const insert = transact(world.system, (tx) =>
      sql`INSERT INTO tracking.link (workspace_id, id, key, key_fold, agreement_id, partner_id, destination, medium, created_at, created_by)
          SELECT a.workspace_id, ${tx.id('link')}, 'early', 'early', a.id, a.partner_id, 'https://shop.example/', 'agent', now(), 'x'
          FROM agreements.v_agreement a WHERE a.id = ${agreementId}`.execute(tx.db),
    );
    await expect(insert).rejects.toMatchObject({ constraint: 'link_after_rules' });
  });

  it('changes where it leads, never its key; archived, it is out of the redirect and its key stays taken', async () => {
    const agreementId = await agreement('Меняем');
    const { id, key } = await createLink(world.system, { agreementId, destination, key: 'март' });
    const change = { destination: 'https://shop.example/new', content: 'banner' };
    await updateLink(world.contextOf('manager'), { linkId: id, change });
    const live = (await look(world.system, liveLinks)).find((link) => link.id === id);
    expect(live?.leadsTo).toBe(
      'https://shop.example/new?utm_source=partner&utm_medium=affiliate&utm_content=banner&p=%D0%BC%D0%B0%D1%80%D1%82',
    );
    await archiveLink(world.contextOf('manager'), { linkId: id });
    expect((await look(world.system, liveLinks)).some((link) => link.id === id)).toBe(false);
    await expect(updateLink(world.system, { linkId: id, change })).rejects.toMatchObject({
      code: 'tracking.link_archived',
    });
    await expect(createLink(world.system, { agreementId, destination, key })).rejects.toMatchObject({
      code: 'tracking.link_key_taken',
    });
  });

  it('is made for many at once after a look at what it will be; who may not have one is told why', async () => {
    const [one, two] = [await agreement('Близнец'), await agreement('Близнец')];
    const early = await agreement('Ещё рано', false);
    const wish = { agreementIds: [one, two, early], destination, content: 'spring' };
    const preview = await createLinks(world.system, { ...wish, preview: true });
    expect(preview.map((row) => row.link?.key ?? row.refusal?.code)).toEqual([
      'bliznets',
      'bliznets-2',
      'tracking.link_before_rules',
    ]);
    const made = await createLinks(world.system, { ...wish, preview: false });
    expect(made.map((row) => row.link?.key)).toEqual(preview.map((row) => row.link?.key));
  });
});

describe('the address a link leads to', () => {
  const link = { key: 'a', destination, medium: 'agent', campaign: 'spring', content: null, erid: 'X1' };

  it('says nothing twice and passes on what counters and the register need, nothing else', () => {
    const brought = [
      ['yclid', '77'],
      ['_openstat', 'b;c'],
      ['next', 'https://evil.example'],
    ] as const;
    const url = new URL(addressOf(link, brought));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      utm_source: 'own',
      utm_medium: 'agent',
      utm_campaign: 'spring',
      p: 'a',
      erid: 'X1',
      yclid: '77',
      _openstat: 'b;c',
    });
  });

  it('never leaves its host, whatever a visitor brings', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.webUrl())), (brought) => {
        expect(new URL(addressOf(link, brought)).host).toBe('shop.example');
      }),
    );
  });

  it('a host is told from another by more than its end', () => {
    fc.assert(
      fc.property(fc.domain(), fc.domain(), (ours, other) => {
        const allowed = [{ host: ours, withSubdomains: true }];
        expect(mayLeadTo(`https://www.${ours}/x`, allowed)).toBe(true);
        expect(mayLeadTo(`https://${ours}.${other}/`, allowed)).toBe(`${ours}.${other}`.endsWith(`.${ours}`));
        expect(mayLeadTo(`https://x${ours}/`, allowed)).toBe(false);
      }),
    );
    expect(typedHost('https://Магазин.рф/каталог')).toBe('xn--80aairftm.xn--p1ai');
    expect(typedHost('javascript:alert(1)')).toBeNull();
  });
});

describe('settings of links', () => {
  it('a host working links stand on is not taken away, a host is one company’s', async () => {
    const head = world.contextOf('head');
    await createLink(world.system, {
      agreementId: await agreement('Стоит'),
      destination,
      domain: 'go.shop.example',
    });
    const set = (destinations: string[], domains: string[], ctx = head) =>
      setLinkSettings(ctx, {
        ...open,
        destinations: destinations.map((host) => ({ host, withSubdomains: true })),
        domains,
      });
    await expect(set([], ['go.shop.example'])).rejects.toMatchObject({ code: 'tracking.destination_in_use' });
    await expect(set(['shop.example'], [])).rejects.toMatchObject({ code: 'tracking.domain_in_use' });
    await expect(set(['not a host'], [])).rejects.toMatchObject({ code: 'tracking.host_malformed' });
    const other = await testWorkspace(database);
    await expect(set([], ['go.shop.example'], other.contextOf('owner'))).rejects.toMatchObject({
      code: 'tracking.domain_taken',
    });
    await other.close();
  });
});

describe('what is left of a price', () => {
  const ppm = fc.bigInt({ min: 0n, max: 1_000_000n });

  it('reductions meet in any order, each takes its part of what is left, and none is forgotten', () => {
    fc.assert(
      fc.property(ppm, ppm, ppm, (discountPpm, ours, others) => {
        const of = (stacking: 'alone' | 'with_ours' | 'with_any') =>
          worstReduction({ discountPpm, stacking }, { ours, others });
        expect(of('alone')).toBe(discountPpm);
        expect(of('with_ours')).toBeGreaterThanOrEqual(of('alone'));
        expect(of('with_any')).toBeGreaterThanOrEqual(of('with_ours'));
        expect(of('with_any')).toBeLessThanOrEqual(1_000_000n);
        expect(of('with_ours')).toBe(
          worstReduction({ discountPpm: ours, stacking: 'with_ours' }, { ours: discountPpm, others }),
        );
      }),
    );
  });

  it('a code that leaves less than the floor together with others is not made (S0.64)', async () => {
    const floor = await testWorkspace(database);
    const swap = world;
    world = floor;
    try {
      await setLinkSettings(floor.contextOf('owner'), {
        destinations: [],
        domains: [],
        floorPpm: 700_000n,
        ourDiscountPpm: 150_000n,
      });
      const agreementId = await agreement('Скидка');
      const promo = (code: string, discountPpm: bigint, stacking: 'alone' | 'with_ours' | 'with_any') =>
        createCode(floor.system, { agreementId, code, kind: 'promo', discountPpm, stacking });
      await promo('ALONE30', 300_000n, 'alone');
      await expect(promo('ALONE31', 310_000n, 'alone')).rejects.toMatchObject({
        code: 'tracking.price_below_floor',
        params: { totalPpm: 310_000, allowedPpm: 300_000 },
      });
      await promo('OURS17', 170_000n, 'with_ours');
      await expect(promo('OURS18', 180_000n, 'with_ours')).rejects.toMatchObject({
        code: 'tracking.price_below_floor',
      });
      await promo('ANY10', 100_000n, 'with_any');
      await expect(promo('ANY9', 90_000n, 'with_any')).rejects.toMatchObject({
        code: 'tracking.price_below_floor',
      });
    } finally {
      world = swap;
      await floor.close();
    }
  });

  it('codes for many are named after their partners', async () => {
    const ids = [await agreement('Кофейня «Ёж»'), await agreement('Кофейня Ёж')];
    const made = await createCodes(world.system, {
      agreementIds: ids,
      kind: 'promo',
      discountPpm: 100_000n,
      suffix: '10',
      preview: false,
    });
    expect(made.map((row) => row.code)).toEqual(['KOFEINYAEZH10', 'KOFEINYAEZH10-2']);
  });

  it('a made key holds what a hand can type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(slugOf(name)).toMatch(/^([a-z0-9][a-z0-9-]*)?$/);
        expect(freeText('x', (text) => text === 'x' || text === 'x-2')).toBe('x-3');
      }),
    );
  });
});
