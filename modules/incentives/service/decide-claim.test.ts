import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerClaim, openClaim, withdrawClaim } from '@mosty/attribution';
import { attributionRoutes } from '@mosty/attribution/http';
import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Pay } from '../contract/terms.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company, type Partner } from './company.fixture.ts';
import { decideClaim } from './decide-claim.ts';
import { settleRefunds } from './settle-refunds.ts';
import { settleSales } from './settle-sales.ts';

const tenPercent: Pay = { kind: 'percent', ratePpm: 100_000 };
let co: Company;
let agent: Partner;
let blog: Partner;
let head: Context;

beforeAll(async () => {
  co = await company();
  agent = await co.partner('Агент', tenPercent);
  blog = await co.partner('Блог', tenPercent);
  head = co.world.contextOf('head');
});
afterAll(() => co?.close());

const net = async (of: Partner) =>
  (await accrualsOf(co.ctx, of.id)).reduce((sum, { amount }) => sum + amount, 0n);
async function soldToClientOf(partner: Partner, over = {}): Promise<{ id: Id<'sale'>; key: string }> {
  const sale = saleTo(partner, 1_000, { occurredAt: co.ctx.clock.now(), ...over });
  const { recorded } = await settleSales(co.ctx, { source: 'test', sales: [sale] });
  return { id: recorded[0]?.id as Id<'sale'>, key: sale.externalId };
}
const asks = (saleId: Id<'sale'>, over = {}) => ({
  saleId,
  partnerId: blog.id,
  claims: 'Клиент читал наш обзор',
  wanted: { outcome: 'mine' as const },
  evidence: [{ text: 'Обзор', url: 'https://example.com/review' }],
  ...over,
});
/** As the operation answers. */
async function read(ctx: Context, id: string, params: Record<string, string>) {
  const served = attributionRoutes.find(({ operation }) => operation.id === id);
  if (!served) throw new Error(`no operation ${id}`);
  return (await served.handle(ctx, { params, query: {}, body: undefined } as never)) as Record<string, never>;
}

describe('a claim', () => {
  it('that is won moves the money by linked entries, with what was refunded, and explains it to both', async () => {
    const sale = await soldToClientOf(agent);
    const { id } = await openClaim(head, asks(sale.id));
    await answerClaim(await co.world.contextOfPartner(agent.id), { claimId: id, said: 'Это мой клиент' });
    await settleRefunds(co.ctx, {
      source: 'test',
      refunds: [
        {
          externalId: 'won',
          saleExternalId: sale.key,
          link: 'sale',
          occurredAt: co.ctx.clock.now(),
          currency: 'RUB',
          amountMicro: 50_000_000_000n,
        },
      ],
    });
    const done = await decideClaim(head, {
      claimId: id,
      outcome: 'upheld',
      explanation: 'Обзор вышел раньше регистрации',
      precedentTitle: 'Обзор раньше закрепления',
    });
    expect(done).toMatchObject({ state: 'upheld', movedSales: 1 });
    expect([await net(agent), await net(blog)]).toEqual([0n, 50_00n]);
    expect(await whatIsOff(co.ctx)).toEqual([]);
    for (const partner of [agent, blog])
      expect(
        await read(await co.world.contextOfPartner(partner.id), 'getClaim', { claimId: id }),
      ).toMatchObject({ state: 'upheld', decisionReason: 'Обзор вышел раньше регистрации' });
    await expect(
      decideClaim(head, { claimId: id, outcome: 'rejected', explanation: 'Ещё раз' }),
    ).rejects.toMatchObject({ code: 'attribution.claim_is_over' });
  });

  it('that is lost moves nothing', async () => {
    const before = [await net(agent), await net(blog)];
    const sale = await soldToClientOf(agent);
    const { id } = await openClaim(head, asks(sale.id));
    await decideClaim(head, { claimId: id, outcome: 'rejected', explanation: 'Обзор вышел позже' });
    expect([(await net(agent)) - (before[0] ?? 0n), (await net(blog)) - (before[1] ?? 0n)]).toEqual([
      100_00n,
      0n,
    ]);
  });

  it('for a part shares the sale, and the parts make the whole', async () => {
    const before = [await net(agent), await net(blog)];
    const sale = await soldToClientOf(agent);
    const { id } = await openClaim(head, asks(sale.id, { wanted: { outcome: 'shared', sharePpm: 300_000 } }));
    await decideClaim(head, { claimId: id, outcome: 'upheld', explanation: 'Делим' });
    expect([(await net(agent)) - (before[0] ?? 0n), (await net(blog)) - (before[1] ?? 0n)]).toEqual([
      70_00n,
      30_00n,
    ]);
  });

  it('is opened once, in time, by whom it concerns, and is taken back by the claimant only', async () => {
    const sale = await soldToClientOf(agent);
    const own = await co.world.contextOfPartner(agent.id);
    const stranger = await co.world.contextOfPartner(blog.id);
    await expect(openClaim(stranger, asks(sale.id, { partnerId: undefined }))).rejects.toMatchObject({
      code: 'attribution.no_such_sale',
    });
    const { id } = await openClaim(own, asks(sale.id, { partnerId: undefined, wanted: { outcome: 'mine' } }));
    await expect(openClaim(own, asks(sale.id, { partnerId: undefined }))).rejects.toMatchObject({
      code: 'attribution.contested_already',
    });
    await expect(openClaim(own, asks(sale.id, { partnerId: blog.id }))).rejects.toMatchObject({
      code: 'directory.partner_unknown',
    });
    await expect(withdrawClaim(stranger, { claimId: id })).rejects.toMatchObject({
      code: 'attribution.no_claim',
    });
    expect(await withdrawClaim(own, { claimId: id })).toMatchObject({ state: 'withdrawn' });
    co.world.clock.advance(31 * 86_400_000);
    await expect(openClaim(head, asks(sale.id))).rejects.toMatchObject({
      code: 'attribution.too_late_to_contest',
    });
  });

  it('shows a partner its own touches and «another partner», never a name or an id', async () => {
    const sale = await soldToClientOf(agent, { namedPartner: 'Блог' });
    const seen = JSON.stringify(
      await read(await co.world.contextOfPartner(agent.id), 'getWhoBrought', { saleId: sale.id }),
    );
    expect(seen).toContain(agent.id);
    expect(seen).not.toContain(blog.id);
    expect(seen).not.toContain('Блог');
  });
});
