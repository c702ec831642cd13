import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgreements } from '@mosty/agreements';
import { draftPolicy, openClaim, publishPolicy } from '@mosty/attribution';
import { SHIPPED_POLICY } from '@mosty/attribution/contract';
import { approveDeal, registerDeal, setRoles, type NewSale } from '@mosty/deals';
import { importPartners } from '@mosty/directory';
import { decideClaim, incentivesReactions, settleRefunds, settleSales } from '@mosty/incentives';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { drainEvents } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { createCode, recordLeads } from '@mosty/tracking';
import { percentScheme } from './api/scheme.ts';

const NAMES = ['Блог', 'Купоны', 'Агент', 'Внедренец', 'Эксперт'] as const;
type Name = (typeof NAMES)[number];
const TEN_PERCENT = 100_000;

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let ctx: Context;
let head: Context;
const partnerOf = new Map<Name, Id<'partner'>>();
const agreementOf = new Map<Name, Id<'agreement'>>();
let told = 0;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  world.clock.set(new Date('2026-03-01T09:00:00Z'));
  ctx = world.system;
  head = world.contextOf('head');
  const day = businessDate('2026-01-01');
  const partners = await importPartners(
    ctx,
    NAMES.map((name) => ({ externalId: name, name })),
  );
  const opened = await openAgreements(
    ctx,
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
  await percentScheme(world, { agreementIds, ratePpm: TEN_PERCENT, from: day });
  partners.forEach((row, place) =>
    partnerOf.set(NAMES[place] as Name, ('id' in row ? row.id : '') as Id<'partner'>),
  );
  agreementIds.forEach((id, place) => agreementOf.set(NAMES[place] as Name, id as Id<'agreement'>));
  for (const [place, code] of ['BLOG', 'SALE10'].entries())
    await createCode(world.contextOf('owner'), {
      agreementId: agreementIds[place] as Id<'agreement'>,
      code,
      kind: 'referral',
    });
});
afterAll(async () => {
  await world.close();
  await db.drop();
});

const idOf = (name: Name) => partnerOf.get(name) as Id<'partner'>;
const at = (day: string) => new Date(`${day}T12:00:00Z`);

const lead = (client: string, code: string, day: string) =>
  recordLeads(ctx, {
    source: 'shop',
    leads: [{ clientExternalId: client, eventName: code, occurredAt: at(day), code }],
  });

async function sell(client: string, rubles: number, over: Partial<NewSale> = {}) {
  told += 1;
  const externalId = `story ${told}`;
  const { recorded } = await settleSales(ctx, {
    source: 'shop',
    sales: [
      {
        externalId,
        clientExternalId: client,
        occurredAt: at('2026-02-28'),
        currency: 'RUB',
        amountMicro: BigInt(rubles) * 100_000_000n,
        ...over,
      },
    ],
  });
  return { id: recorded[0]?.id as Id<'sale'>, externalId };
}

const refund = (sale: { externalId: string }, rubles: number) =>
  settleRefunds(ctx, {
    source: 'shop',
    refunds: [
      {
        externalId: `back ${sale.externalId}`,
        saleExternalId: sale.externalId,
        link: 'sale',
        occurredAt: at('2026-02-28'),
        currency: 'RUB',
        amountMicro: BigInt(rubles) * 100_000_000n,
      },
    ],
  });

/** What everybody earned of the sale, in roubles, refunds counted; and how often the sale is counted in a class. */
async function earned(sale: { id: string }): Promise<Record<string, number>> {
  const { rows } = await look(ctx, (tx) =>
    sql<{ name: string; minor: bigint }>`
      SELECT n.name, sum(a.amount_minor)::bigint AS minor FROM incentives.v_accrual a
      JOIN directory.v_partner n ON n.workspace_id = a.workspace_id AND n.id = a.partner_id
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.sale_id = ${sale.id} GROUP BY 1 HAVING sum(a.amount_minor) <> 0`.execute(
      tx.db,
    ),
  );
  return Object.fromEntries(rows.map(({ name, minor }) => [name, Number(minor) / 100]));
}

async function countedOnce(sale: { id: string }): Promise<number> {
  const { rows } = await look(ctx, (tx) =>
    sql<{ n: number }>`
      SELECT count(*)::int AS n FROM attribution.v_participant WHERE sale_id = ${sale.id} AND role = 'source'`.execute(
      tx.db,
    ),
  );
  return rows[0]?.n ?? 0;
}

const drain = () =>
  drainEvents({
    database: world.database,
    reactions: incentivesReactions,
    contextOf: async () => ctx,
    onFailure: (_reaction, error) => {
      throw error;
    },
  });

async function registered(name: Name | null, client: string, over: object = {}): Promise<Id<'deal'>> {
  const { deal } = await registerDeal(head, {
    partnerId: name === null ? null : idOf(name),
    client: { name: client },
    ...(name === null ? {} : { handoverBasis: 'client_consent' as const }),
    ...over,
  });
  if (!deal) throw new Error('not registered');
  if (name !== null) await approveDeal(head, { dealId: deal.id });
  return deal.id;
}

async function clientOf(dealId: string): Promise<Id<'client'>> {
  const { rows } = await look(ctx, (tx) =>
    sql<{ id: Id<'client'> }>`SELECT client_id AS id FROM deals.v_deal WHERE id = ${dealId}`.execute(tx.db),
  );
  return rows[0]?.id as Id<'client'>;
}

describe('two partners and one client', () => {
  it('the last whose link led to the sale is paid, and the other is told why not (S3.12, S3.13)', async () => {
    await lead('two', 'BLOG', '2026-02-01');
    await lead('two', 'SALE10', '2026-02-20');
    expect(await earned(await sell('two', 1_000))).toEqual({ Купоны: 100 });
  });

  it('of whose touches are learned of after the sale the same comes out', async () => {
    const sale = await sell('late', 1_000);
    expect(await earned(sale)).toEqual({});
    await lead('late', 'SALE10', '2026-02-20');
    await lead('late', 'BLOG', '2026-02-01');
    await drain();
    expect(await earned(sale)).toEqual({ Купоны: 100 });
  });
});

describe('a coupon at the checkout (S0.33)', () => {
  it('takes the sale by the shipped rules, and gives way to who led there once the company says so', async () => {
    await lead('till', 'BLOG', '2026-02-20');
    const sale = await sell('till', 1_000, { namedCode: 'SALE10' });
    expect(await earned(sale)).toEqual({ Купоны: 100 });
    const rules = SHIPPED_POLICY.rules.map((rule) =>
      rule.rule === 'code' ? { ...rule, yieldsToTouches: true } : rule,
    );
    await draftPolicy(head, { body: { ...SHIPPED_POLICY, rules }, reason: 'Купон у кассы никого не привёл' });
    await publishPolicy(world.contextOf('owner'));
    await drain();
    expect(await earned(sale)).toEqual({ Блог: 100 });
  });
});

describe('a partner hands a client over and our seller goes round', () => {
  it('the partner is paid all the same, also when the seller opens a deal of our own', async () => {
    const deal = await registered('Агент', 'ООО Ромашка');
    const clientId = await clientOf(deal);
    expect(
      await earned(
        await sell('', 1_000, { clientExternalId: undefined, clientId, occurredAt: at('2026-03-02') }),
      ),
    ).toEqual({
      Агент: 100,
    });
    world.clock.set(new Date('2026-03-03T09:00:00Z'));
    const { deal: own } = await registerDeal(head, { clientId, title: 'Наша сделка' });
    const past = await sell('', 500, {
      clientExternalId: undefined,
      clientId,
      occurredAt: at('2026-03-04'),
      ...(own ? { dealId: own.id } : {}),
    });
    expect(await earned(past)).toEqual({ Агент: 50 });
  });
});

describe('four roles with a limit (S3.19, S3.20)', () => {
  it('each is paid its part, the limit holds over all sales of the deal, and a sale counts once', async () => {
    const deal = await registered('Агент', 'ООО Четыре роли');
    const clientId = await clientOf(deal);
    const role = (
      name: Name,
      what: 'source' | 'implement' | 'expertise',
      capMinor: bigint | null = null,
    ) => ({
      partnerId: idOf(name),
      role: what,
      sharePpm: 1_000_000,
      capMinor,
    });
    await setRoles(head, {
      dealId: deal,
      roles: [role('Агент', 'source'), role('Внедренец', 'implement', 120_00n), role('Эксперт', 'expertise')],
    });
    const of = { clientExternalId: undefined, clientId, dealId: deal, occurredAt: at('2026-03-05') };
    const first = await sell('', 1_000, of);
    expect(await earned(first)).toEqual({ Агент: 100, Внедренец: 100, Эксперт: 100 });
    const second = await sell('', 1_000, of);
    expect(await earned(second)).toEqual({ Агент: 100, Внедренец: 20, Эксперт: 100 });
    expect([await countedOnce(first), await countedOnce(second)]).toEqual([1, 1]);
    const { rows } = await look(ctx, (tx) =>
      sql<{ n: number }>`
        SELECT count(*)::int AS n FROM incentives.v_accrual
        WHERE sale_id = ${second.id} AND explanation @> '{"lines":[{"code":"cap_role"}]}'`.execute(tx.db),
    );
    expect(rows[0]?.n).toBe(1);
  });
});

describe('a refund of an expansion', () => {
  it('takes its share back of whoever was paid for the expansion, and leaves the first deal alone', async () => {
    const deal = await registered('Агент', 'ООО Растём');
    const clientId = await clientOf(deal);
    const of = { clientExternalId: undefined, clientId, occurredAt: at('2026-03-05') };
    const first = await sell('', 1_000, { ...of, dealId: deal });
    const expansion = await registered('Внедренец', 'ООО Растём', {
      kind: 'expansion',
      expandsDealId: deal,
      clientId,
      client: undefined,
    });
    const more = await sell('', 400, { ...of, dealId: expansion });
    expect(await earned(more)).toEqual({ Внедренец: 40 });
    await refund(more, 100);
    expect([await earned(first), await earned(more)]).toEqual([{ Агент: 100 }, { Внедренец: 30 }]);
  });

  it('is paid by the scheme for expanding where the agreement has one, and the refund takes its part of that', async () => {
    const deal = await registered('Эксперт', 'ООО Вширь');
    const clientId = await clientOf(deal);
    const of = { clientExternalId: undefined, clientId, occurredAt: at('2026-03-05') };
    const agreementId = agreementOf.get('Эксперт') as Id<'agreement'>;
    await percentScheme(world, {
      agreementIds: [agreementId],
      ratePpm: 30_000,
      from: businessDate('2026-01-01'),
      role: 'expand',
    });
    const first = await sell('', 1_000, { ...of, dealId: deal });
    const expansion = await registered('Эксперт', 'ООО Вширь', {
      kind: 'expansion',
      expandsDealId: deal,
      clientId,
      client: undefined,
    });
    const more = await sell('', 400, { ...of, dealId: expansion });
    expect([await earned(first), await earned(more)]).toEqual([{ Эксперт: 100 }, { Эксперт: 12 }]);
    await refund(more, 100);
    expect([await earned(first), await earned(more)]).toEqual([{ Эксперт: 100 }, { Эксперт: 9 }]);
  });
});

describe('a claim', () => {
  it('won moves the money with its refunds, lost leaves it', async () => {
    await lead('claimed', 'BLOG', '2026-02-20');
    const [won, lost] = [await sell('claimed', 1_000), await sell('claimed', 2_000)];
    await refund(won, 500);
    for (const [sale, outcome] of [
      [won, 'upheld'],
      [lost, 'rejected'],
    ] as const) {
      const { id } = await openClaim(head, {
        saleId: sale.id,
        partnerId: idOf('Агент'),
        claims: 'Мы познакомили их на выставке',
        wanted: { outcome: 'mine' },
        evidence: [],
      });
      await decideClaim(head, { claimId: id, outcome, explanation: 'Разобрались' });
    }
    expect([await earned(won), await earned(lost)]).toEqual([{ Агент: 50 }, { Блог: 200 }]);
    await drain();
    expect([await earned(won), await earned(lost)]).toEqual([{ Агент: 50 }, { Блог: 200 }]);
  });
});
