import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startRounds, systemContext } from '@mosty/identity';
import { accrualsOf, company, saleTo, type Company } from './company.fixture.ts';
import { settleSales } from './settle-sales.ts';
import { mature } from './mature.ts';

let co: Company;
beforeAll(async () => {
  co = await company();
});
afterAll(() => co?.close());

it('by itself accruals mature and fixed fees are accrued; a fault in one company does not stop the others', async () => {
  const partner = await co.partner(
    'Ночь',
    { kind: 'hybrid', fixedMinor: 100_000, per: 'agreement', ratePpm: 100_000 },
    { holdDays: 3 },
  );
  await settleSales(co.ctx, { source: 'test', sales: [saleTo(partner, 1_000)] });
  co.world.clock.set(new Date('2026-03-10T06:00:00Z'));
  const { database, clock, ids } = co.world;
  const faults: unknown[] = [];
  let asked = 0;
  const rounds = startRounds({
    database,
    rounds: [mature],
    everyMs: 50,
    onFault: (error) => faults.push(error),
    contextOf: (workspaceId, job) => {
      asked += 1;
      if (asked === 1) return Promise.reject(new Error('no such company'));
      return systemContext(database, workspaceId, job, { clock, ids });
    },
  });
  await vi.waitFor(async () => {
    const rows = await accrualsOf(co.ctx, partner.id);
    expect(rows.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'commission approved',
      'fixed_fee approved',
    ]);
  }, 10_000);
  await rounds.stop();
  expect(faults).toHaveLength(1);
});
