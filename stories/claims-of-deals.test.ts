import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgreements } from '@mosty/agreements';
import { openClaim, withdrawClaim } from '@mosty/attribution';
import { attributionRoutes } from '@mosty/attribution/http';
import { approveDeal, registerDeal, setRoles } from '@mosty/deals';
import { importPartners } from '@mosty/directory';
import { decideClaim, incentivesReactions, settleRefunds, settleSales } from '@mosty/incentives';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { drainEvents } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { listNotices } from '@mosty/notices/contract';
import { noticesRoutes } from '@mosty/notices/http';
import { askOf, testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { percentScheme } from './api/scheme.ts';

const NAMES = ['Агент', 'Блог', 'Внедренец'] as const;
type Name = (typeof NAMES)[number];

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let head: Context;
const ids = new Map<Name, Id<'partner'>>();
let told = 0;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  world.clock.set(new Date('2026-03-01T09:00:00Z'));
  head = world.contextOf('head');
  const day = businessDate('2026-01-01');
  const partners = await importPartners(
    world.system,
    NAMES.map((name) => ({ externalId: name, name })),
  );
  const opened = await openAgreements(
    world.system,
    partners.map((row) => ({
      partnerId: 'id' in row ? row.id : '',
      class: 'partner_sales' as const,
      kind: 'agent' as const,
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    })),
  );
  const agreementIds = opened.map((row) => ('id' in row ? row.id : ''));
  await percentScheme(world, { agreementIds, ratePpm: 100_000, from: day });
  partners.forEach((row, place) =>
    ids.set(NAMES[place] as Name, ('id' in row ? row.id : '') as Id<'partner'>),
  );
});
afterAll(async () => {
  await world.close();
  await db.drop();
});

const news = askOf(noticesRoutes);

const idOf = (name: Name) => ids.get(name) as Id<'partner'>;

async function approved(name: Name, client: string): Promise<Id<'deal'>> {
  const { deal } = await registerDeal(await world.contextOfPartner(idOf(name)), {
    title: client,
    client: { name: client },
    handoverBasis: 'client_request',
  });
  if (!deal) throw new Error('not registered');
  await approveDeal(head, { dealId: deal.id });
  return deal.id;
}

async function sell(dealId: Id<'deal'>, rubles: number): Promise<{ id: string; key: string }> {
  told += 1;
  const key = `deal sale ${told}`;
  const { rows } = await look(world.system, (tx) =>
    sql<{ id: Id<'client'> }>`SELECT client_id AS id FROM deals.v_deal WHERE id = ${dealId}`.execute(tx.db),
  );
  const { recorded } = await settleSales(world.system, {
    source: 'shop',
    sales: [
      {
        externalId: key,
        clientId: rows[0]?.id,
        dealId,
        occurredAt: new Date('2026-03-01T12:00:00Z'),
        currency: 'RUB',
        amountMicro: BigInt(rubles) * 100_000_000n,
      },
    ],
  });
  return { id: recorded[0]?.id ?? '', key };
}

const giveBack = (sale: { key: string }, rubles: number) =>
  settleRefunds(world.system, {
    source: 'shop',
    refunds: [
      {
        externalId: `back ${sale.key}`,
        saleExternalId: sale.key,
        link: 'sale',
        occurredAt: new Date('2026-03-01T13:00:00Z'),
        currency: 'RUB',
        amountMicro: BigInt(rubles) * 100_000_000n,
      },
    ],
  });

/** What everybody earned of the sale, in roubles, refunds counted. */
async function earned(sale: { id: string }): Promise<Record<string, number>> {
  const { rows } = await look(world.system, (tx) =>
    sql<{ name: string; minor: bigint }>`
      SELECT n.name, sum(a.amount_minor)::bigint AS minor FROM incentives.v_accrual a
      JOIN directory.v_partner n ON n.workspace_id = a.workspace_id AND n.id = a.partner_id
      WHERE a.sale_id = ${sale.id} GROUP BY 1 HAVING sum(a.amount_minor) <> 0`.execute(tx.db),
  );
  return Object.fromEntries(rows.map(({ name, minor }) => [name, Number(minor) / 100]));
}

const contest = (ctx: Context, dealId: Id<'deal'>, over: object = {}) =>
  openClaim(ctx, {
    dealId,
    claims: 'Познакомили их на выставке',
    wanted: { outcome: 'mine' },
    evidence: [],
    ...over,
  });

async function read(ctx: Context, id: string, params: object) {
  const served = attributionRoutes.find(({ operation }) => operation.id === id);
  if (!served) throw new Error(`no operation ${id}`);
  return (await served.handle(ctx, { params, query: {}, body: undefined } as never)) as {
    registrant: { partnerName: string | null };
    timeline: { kind: string; text: string | null }[];
    claims: { state: string }[];
    decisionReason: string | null;
    dealId: string | null;
  };
}

const drain = () =>
  drainEvents({
    database: world.database,
    reactions: incentivesReactions,
    contextOf: async () => world.system,
    onFailure: (_reaction, error) => {
      throw error;
    },
  });

describe('a claim about a deal', () => {
  it('won: the deal is the other’s, and its sales are settled again with their refunds', async () => {
    const deal = await approved('Агент', 'ООО Выставка');
    const sale = await sell(deal, 1_000);
    await giveBack(sale, 400);
    const { id } = await contest(head, deal, { partnerId: idOf('Блог') });
    const done = await decideClaim(head, { claimId: id, outcome: 'upheld', explanation: 'Визитки есть' });
    expect(done).toMatchObject({ state: 'upheld', movedSales: 1 });
    expect(await earned(sale)).toEqual({ Блог: 60 });
    await drain();
    expect(await earned(sale)).toEqual({ Блог: 60 });
    expect(await earned(await sell(deal, 500))).toEqual({ Блог: 50 });
    const who = await read(head, 'getWhoOfDeal', { dealId: deal });
    expect(who.registrant.partnerName).toBe('Блог');
    expect(who.timeline.map(({ kind, text }) => [kind, text])).toEqual(
      expect.arrayContaining([
        ['deal', '1'],
        ['happened', 'ruled'],
        ['happened', 'won'],
        ['sale', null],
      ]),
    );
    for (const name of ['Агент', 'Блог'] as const)
      expect(await read(await world.contextOfPartner(idOf(name)), 'getClaim', { claimId: id })).toMatchObject(
        {
          dealId: deal,
          decisionReason: 'Визитки есть',
        },
      );
  });

  it('withdrawn: whoever heard that it began hears that it is over', async () => {
    const people = [world.contextOf('owner'), head];
    for (const name of NAMES) people.push(await world.contextOfPartner(idOf(name)));
    const deal = await approved('Агент', 'ООО Передумали');
    const { id } = await contest(head, deal, { partnerId: idOf('Блог') });
    await withdrawClaim(head, { claimId: id });
    const told: string[][] = [];
    for (const ctx of people)
      told.push(
        (await news(listNotices, ctx)).items
          .filter(({ code }) => code.endsWith('_withdrawn'))
          .map(({ code, path }) => `${code} ${path}`),
      );
    const theirs = ['attribution.contest_withdrawn /portal/deals'];
    // Whoever withdrew it is not told of their own deed, and whoever has no part in it of nothing.
    expect(told).toEqual([[`attribution.claim_withdrawn /claims/${id}`], [], theirs, theirs, []]);
  });

  it('lost: nothing moves, and both read why', async () => {
    const deal = await approved('Агент', 'ООО Остаётся');
    const sale = await sell(deal, 1_000);
    const { id } = await contest(head, deal, { partnerId: idOf('Блог') });
    await expect(contest(head, deal, { partnerId: idOf('Блог') })).rejects.toMatchObject({
      code: 'attribution.contested_already',
    });
    const done = await decideClaim(head, { claimId: id, outcome: 'rejected', explanation: 'Не убедили' });
    expect(done).toMatchObject({ state: 'rejected', movedSales: 0, accruals: 0 });
    expect(await earned(sale)).toEqual({ Агент: 100 });
    const who = await read(head, 'getWhoOfDeal', { dealId: deal });
    expect([who.registrant.partnerName, who.claims.map(({ state }) => state)]).toEqual([
      'Агент',
      ['rejected'],
    ]);
  });

  it('by who takes part: half is asked for and given, whoever implements goes on, no sale is needed', async () => {
    const deal = await approved('Агент', 'ООО Пополам');
    await setRoles(head, {
      dealId: deal,
      roles: [
        { partnerId: idOf('Агент'), role: 'source', sharePpm: 1_000_000, capMinor: null },
        { partnerId: idOf('Внедренец'), role: 'implement', sharePpm: 1_000_000, capMinor: null },
      ],
    });
    const implementer = await world.contextOfPartner(idOf('Внедренец'));
    const { id } = await contest(implementer, deal, { wanted: { outcome: 'shared', sharePpm: 500_000 } });
    await expect(contest(await world.contextOfPartner(idOf('Блог')), deal)).rejects.toMatchObject({
      kind: 'not_found',
    });
    await decideClaim(head, { claimId: id, outcome: 'upheld', explanation: 'Делим' });
    expect(await earned(await sell(deal, 1_000))).toEqual({ Агент: 50, Внедренец: 150 });
  });

  it('of our own people: the client was ours', async () => {
    const deal = await approved('Агент', 'ООО Наша');
    const sale = await sell(deal, 1_000);
    const { id } = await contest(head, deal, { wanted: { outcome: 'direct' } });
    await decideClaim(head, { claimId: id, outcome: 'upheld', explanation: 'Договор был раньше' });
    await drain();
    expect(await earned(sale)).toEqual({});
    expect((await read(head, 'getWhoOfDeal', { dealId: deal })).registrant.partnerName).toBeNull();
  });

  it('is too late once the deal has long been closed', async () => {
    const deal = await approved('Агент', 'ООО Давно');
    await sell(deal, 10);
    world.clock.advance(40 * 86_400_000);
    await expect(contest(head, deal, { partnerId: idOf('Блог') })).rejects.toMatchObject({
      code: 'attribution.too_late_to_contest',
    });
  });
});
