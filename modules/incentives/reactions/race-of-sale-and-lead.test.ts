import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import { look, transact } from '@mosty/kernel/db';
import { drainEvents } from '@mosty/kernel/events';
import { createCode, recordLeads } from '@mosty/tracking';
import { company, saleTo, type Company, type Partner } from '../service/company.fixture.ts';
import { settleSales } from '../service/settle-sales.ts';
import { incentivesReactions } from '../reactions.ts';

let co: Company;
let one: Partner;
beforeAll(async () => {
  co = await company();
  one = await co.partner('Первый', { kind: 'percent', ratePpm: 100_000 });
  await createCode(co.world.contextOf('owner'), {
    agreementId: one.agreementId,
    code: 'FIRST',
    kind: 'referral',
  });
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

it('a lead that is told and reacted to while the client’s next sale is being recorded is in that sale’s decision', async () => {
  const client = { clientExternalId: 'c1', clientName: 'c1' };
  await settleSales(co.ctx, { source: 'test', sales: [saleTo({ client: 'c1' }, 1_000, client)] });
  await transact(co.ctx, async (tx) => {
    await settleSales(tx, { source: 'test', sales: [saleTo({ client: 'c1' }, 2_000, client)] });
    await recordLeads(co.ctx, {
      source: 'test',
      leads: [
        {
          clientExternalId: 'c1',
          eventName: 'x',
          occurredAt: new Date('2026-02-10T00:00:00Z'),
          code: 'FIRST',
        },
      ],
    });
    await drain();
  });
  await drain();
  const { rows } = await look(co.ctx, (tx) =>
    sql<{ rule: string | null }>`
    SELECT p.rule FROM deals.v_sale s LEFT JOIN attribution.v_participant p
      ON p.workspace_id = s.workspace_id AND p.sale_id = s.id`.execute(tx.db),
  );
  expect(rows.map(({ rule }) => rule)).toEqual(['touches', 'touches']);
}, 60_000);
