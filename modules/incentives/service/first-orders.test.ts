import { afterAll, beforeAll, expect, it } from 'vitest';
import { reverseSales } from '@mosty/deals';
import { withdrawAttribution } from '@mosty/attribution';
import { clientsByExternal } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { Pay } from '../contract/terms.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company, type Partner } from './company.fixture.ts';
import { reverseAccruals } from './reverse-accruals.ts';
import { settleSales } from './settle-sales.ts';

const firstOrder: Pay = { kind: 'first_order', bonus: { kind: 'flat', amountMinor: 1_000_00 } };
let co: Company;

beforeAll(async () => {
  co = await company();
});
afterAll(() => co?.close());

const tell = (...sales: ReturnType<typeof saleTo>[]) => settleSales(co.ctx, { source: 'test', sales });
const earned = async (partner: Partner) => (await accrualsOf(co.ctx, partner.id)).map(({ amount }) => amount);
const bonuses = async (partner: Partner) => (await earned(partner)).filter((amount) => amount !== 0n);

it('a client told by our own id has one first order too', async () => {
  const partner = await co.partner('По номеру', firstOrder);
  const known = await look(co.ctx, (tx) => clientsByExternal(tx, [partner.client]));
  const clientId = known.get(partner.client)?.id;
  const sale = (day: number) =>
    saleTo(partner, 500, {
      clientExternalId: undefined,
      clientId,
      occurredAt: new Date(Date.UTC(2026, 1, day)),
    });
  await tell(sale(1));
  await tell(sale(2));
  await tell(sale(3), sale(4));
  expect(await earned(partner)).toEqual([1_000_00n, 0n, 0n, 0n]);
});

it('of two orders of a new client told at once one is the first', async () => {
  const partner = await co.partner('Разом', firstOrder);
  const at = (hour: number) => ({ occurredAt: new Date(Date.UTC(2026, 1, 1, hour)) });
  let second: Promise<unknown> = Promise.resolve();
  await transact(co.ctx, async (tx) => {
    await settleSales(tx, { source: 'test', sales: [saleTo(partner, 500, at(9))] });
    second = tell(saleTo(partner, 500, at(10)));
    // Long enough for the second to read the client before this commit; it must then wait for it.
    await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 300))]);
  });
  await second;
  expect(await bonuses(partner)).toEqual([1_000_00n]);
});

it('an undone sale is nobody’s first order: told again, mended, it is the first', async () => {
  const partner = await co.partner('Заново', firstOrder);
  const sale = saleTo(partner, 500);
  const { recorded } = await tell(sale);
  await tell(saleTo(partner, 500, { occurredAt: new Date('2026-03-01T12:00:00Z') }));
  await undo(recorded.map(({ id }) => id));
  const known = await look(co.ctx, (tx) => clientsByExternal(tx, [partner.client]));
  expect(known.get(partner.client)?.firstPaidAt).toEqual(new Date('2026-03-01T12:00:00Z'));
  await tell({ ...sale, amountMicro: 600_00_000_000n });
  expect((await bonuses(partner)).reduce((sum, amount) => sum + amount, 0n)).toBe(1_000_00n);
  expect(await bonuses(partner)).toHaveLength(3);
  expect(await whatIsOff(co.ctx)).toEqual([]);
});

it('a client that comes with its sales first paid with the earliest of those that were recorded', async () => {
  const partner = await co.partner('С продажами', firstOrder);
  const sale = (client: string, day: number, told = {}) =>
    saleTo(partner, 500, {
      clientExternalId: client,
      occurredAt: new Date(Date.UTC(2026, 1, day)),
      ...told,
    });
  const paidAt = async (client: string) =>
    (await look(co.ctx, (tx) => clientsByExternal(tx, [client]))).get(client)?.firstPaidAt;
  const known = sale('with-sales-1', 5);
  await tell(sale('with-sales-1', 7), known, sale('with-sales-1', 6));
  expect(await paidAt('with-sales-1')).toEqual(known.occurredAt);

  const { known: same } = await tell({ ...known, clientExternalId: 'with-sales-2' });
  expect(same).toMatchObject([{ differs: true }]);
  expect(await paidAt('with-sales-2')).toBeNull();
  await tell({ ...known, clientExternalId: 'with-sales-3' }, sale('with-sales-3', 8));
  expect(await paidAt('with-sales-3')).toEqual(new Date(Date.UTC(2026, 1, 8)));
});

function undo(saleIds: readonly Id<'sale'>[]): Promise<unknown> {
  return transact(co.ctx, async (tx) => {
    const reason = 'Отменено';
    await reverseSales(tx, { saleIds, reason });
    await reverseAccruals(tx, { saleIds, reason });
    await withdrawAttribution(tx, { subject: 'sale', ids: saleIds });
  });
}
