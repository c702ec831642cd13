import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { reverseRefunds } from '@mosty/deals';
import { reverseAccruals, settleRefunds } from '@mosty/incentives';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { month } from '@mosty/kernel/time';
import { objectToStatement } from './answer-statement.ts';
import { approvePayoutBatch } from './approve-payout-batch.ts';

import { closeMonth } from './close-month.ts';
import { makePayoutBatch } from './make-payout-batch.ts';
import { markPaid } from './mark-paid.ts';
import { purposeOf } from '../http/documents/register.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import { partnerMoney } from './partner-money.ts';
import { takeRegister } from './register.ts';
import { resolveObjection } from './resolve-objection.ts';
import { sendStatements } from './send-statements.ts';
import { listStatements } from '../store/statements.ts';
import { verifyMoney } from './verify-money.ts';

let the: Firm;

beforeAll(async () => {
  the = await firm();
});
afterAll(() => the?.close());

const AT = '2026-03-01T10:00:00Z';
const holds = async () => expect(await verifyMoney(the.finance)).toMatchObject({ holds: true });
const owed = async (partnerId: Id<'partner'>) => (await partnerMoney(the.finance, { partnerId })).standing[0];

async function payAll(): Promise<void> {
  const made = await makePayoutBatch(the.finance, {});
  await approvePayoutBatch(the.owner, made);
  await markPaid(the.finance, made);
}

/** Takes every refund of a sale back, as the undo of their import does. */
async function undoRefunds(): Promise<void> {
  await transact(the.system, async (tx) => {
    const { rows } = await sql<{ id: Id<'refund'> }>`SELECT id FROM deals.v_refund`.execute(tx.db);
    const refundIds = rows.map(({ id }) => id);
    await reverseAccruals(tx, { refundIds, reason: 'Отменено' });
    await reverseRefunds(tx, { refundIds, reason: 'Отменено' });
  });
}

test('a debt that was forgiven while a payout sets it off is paid by the next one', async () => {
  const partner = await the.partner('Возврат');
  await the.requisites(partner);
  const sale = await the.sale('Возврат', 1_000_00n, AT);
  await payAll();
  await the.refund(sale, 1_000_00n, AT);
  await the.sale('Возврат', 3_000_00n, AT);
  const made = await makePayoutBatch(the.finance, {});
  expect(made.totalMinor).toBe(200_00n);
  await approvePayoutBatch(the.owner, made);
  await undoRefunds();
  await markPaid(the.finance, made);
  await holds();
  expect(await owed(partner)).toMatchObject({
    owedMinor: 100_00n,
    availableMinor: 100_00n,
    clawbackMinor: 0n,
  });
  expect((await makePayoutBatch(the.finance, {})).totalMinor).toBe(100_00n);
});

test('a refund that is being told while a batch is made is not paid out (money.md 6)', async () => {
  const partner = await the.partner('Гонка');
  await the.requisites(partner);
  const sale = await the.sale('Гонка', 1_000_00n, AT);
  let batch: Promise<unknown> = Promise.resolve();
  await transact(the.system, async (tx) => {
    await settleRefunds(tx, {
      source: 'test',
      refunds: [
        {
          externalId: 'race',
          saleExternalId: sale,
          link: 'sale',
          occurredAt: new Date(AT),
          currency: 'RUB',
          amountMicro: 300_00_000_000n,
        },
      ],
    });
    batch = makePayoutBatch(the.finance, {}).catch((error: unknown) => error);
    await Promise.race([batch, new Promise((resolve) => setTimeout(resolve, 400))]);
  });
  expect(await batch).toMatchObject({ code: 'payouts.money_moved' });
  expect((await makePayoutBatch(the.finance, {})).totalMinor).toBe(70_00n);
  await holds();
});

test('an account that changed after the approval is on no register, for the bank or on paper (money.md 11)', async () => {
  const partner = await the.partner('Подмена');
  await the.requisites(partner);
  await the.sale('Подмена', 1_000_00n, AT);
  const { batchId } = await makePayoutBatch(the.finance, {});
  await approvePayoutBatch(the.owner, { batchId });
  await the.requisites(partner, '40802810000000000009', false);
  const take = () => takeRegister(the.finance, { batchId, format: 'csv', purposeOf });
  await expect(take()).rejects.toMatchObject({ code: 'payouts.requisites_changed' });
  await markPaid(the.finance, { batchId });
  const paid = await take();
  expect(paid.requisites.get(partner)?.bank['account']).toBe('40802810000000000002');
});

test('an objection is answered by mending an accrual of that partner, never of another', async () => {
  const [own, other] = [await the.partner('Свой'), await the.partner('Чужой')];
  await the.sale('Свой', 1_000_00n, AT);
  await the.sale('Чужой', 1_000_00n, AT);
  the.now('2026-04-02T09:00:00Z');
  await closeMonth(the.finance, { month: month('2026-03') });
  await sendStatements(the.finance, { month: month('2026-03') });
  const statements = await look(the.owner, (tx) => listStatements(tx, { partnerId: own, limit: 1 }));
  const statementId = statements[0]?.id as Id<'statement'>;
  await objectToStatement(the.owner, { statementId, words: 'Сумма не та' });
  const resolve = async (partnerId: Id<'partner'>) =>
    resolveObjection(the.owner, {
      statementId,
      words: 'Исправлено',
      correction: { accrualId: await accrualOf(partnerId), wasMinor: 100_00n, becomesMinor: 110_00n },
    });
  await expect(resolve(other)).rejects.toMatchObject({ code: 'incentives.no_accrual' });
  expect(await resolve(own)).toMatchObject({ state: 'resolved' });
});

async function accrualOf(partnerId: Id<'partner'>): Promise<Id<'accrual'>> {
  const { rows } = await look(the.system, (tx) =>
    sql<{ id: Id<'accrual'> }>`SELECT id FROM incentives.v_accrual WHERE partner_id = ${partnerId}`.execute(
      tx.db,
    ),
  );
  const [row] = rows;
  if (!row) throw new Error('nothing was accrued');
  return row.id;
}
