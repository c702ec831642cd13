import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import { look } from '@mosty/kernel/db';
import { drainEvents } from '@mosty/kernel/events';
import { createCode, recordLeads } from '@mosty/tracking';
import {
  accrualsOf,
  company,
  saleTo,
  whatIsOff,
  type Company,
  type Partner,
} from '../service/company.fixture.ts';
import { settleRefunds } from '../service/settle-refunds.ts';
import { settleSales } from '../service/settle-sales.ts';
import { incentivesReactions } from '../reactions.ts';

let co: Company;
let [one, other]: Partner[] = [];
let told = 0;

beforeAll(async () => {
  co = await company();
  one = await co.partner('Первый', { kind: 'percent', ratePpm: 100_000 });
  other = await co.partner('Второй', { kind: 'percent', ratePpm: 200_000 });
  const owner = co.world.contextOf('owner');
  for (const [partner, code] of [
    [one, 'FIRST'],
    [other, 'SECOND'],
  ] as const)
    await createCode(owner, { agreementId: partner.agreementId, code, kind: 'referral' });
});
afterAll(() => co?.close());

const drain = () =>
  drainEvents({
    database: co.world.database,
    reactions: incentivesReactions,
    contextOf: async () => co.ctx,
    onFailure: (_reaction, error) => {
      throw error;
    },
  });

/** Two leads, a sale and a refund of a client that nobody keeps; each may be told at any time. */
async function tell(order: readonly number[]): Promise<unknown> {
  told += 1;
  const client = `client ${told}`;
  const sale = saleTo({ client }, 1_000, { clientExternalId: client, clientName: client });
  const lead = (code: string, at: string) =>
    recordLeads(co.ctx, {
      source: 'test',
      leads: [{ clientExternalId: client, eventName: code, occurredAt: new Date(at), code }],
    });
  const facts = [
    () => lead('FIRST', '2026-02-10T00:00:00Z'),
    () => lead('SECOND', '2026-02-20T00:00:00Z'),
    () => settleSales(co.ctx, { source: 'test', sales: [sale] }),
    () =>
      settleRefunds(co.ctx, {
        source: 'test',
        refunds: [
          {
            externalId: `late ${told}`,
            saleExternalId: sale.externalId,
            link: 'sale',
            occurredAt: new Date('2026-03-02T00:00:00Z'),
            currency: 'RUB',
            amountMicro: 25_000_000_000n,
          },
        ],
      }),
  ];
  for (const place of order) {
    await facts[place]?.();
    if (told % 2 === 0) await drain();
  }
  await drain();
  const { rows } = await look(co.ctx, (tx) =>
    sql`
      SELECT p.partner_id, p.role, p.share_ppm, p.rule, p.reason,
        (SELECT sum(a.amount_minor)::bigint FROM incentives.v_accrual a
          WHERE a.workspace_id = p.workspace_id AND a.sale_id = p.sale_id) AS net
      FROM attribution.v_participant p
      JOIN deals.v_sale s ON s.workspace_id = p.workspace_id AND s.id = p.sale_id
      WHERE s.external_id = ${sale.externalId}`.execute(tx.db),
  );
  return rows;
}

it('facts told in any order settle to the same: the last touch is paid, less what was refunded', async () => {
  const expected = await tell([0, 1, 2, 3]);
  expect(expected).toMatchObject([{ partner_id: other?.id, rule: 'touches', net: 150_00n }]);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
      expect(await tell(order)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
  const first = await accrualsOf(co.ctx, one?.id ?? '');
  expect(first.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
  expect(await whatIsOff(co.ctx)).toEqual([]);
}, 120_000);
