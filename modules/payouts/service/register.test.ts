import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAccount } from '@mosty/country-ru';
import { readAudit } from '@mosty/kernel/audit';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { purposeOf } from '../http/documents/register.ts';
import { readPolicy } from '../store/policy.ts';
import { approvePayoutBatch } from './approve-payout-batch.ts';
import { failPayout } from './fail-payout.ts';
import { makePayoutBatch } from './make-payout-batch.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import { takeRegister } from './register.ts';
import { setPayoutPolicy } from './set-policy.ts';

const BIK = '044525225';
const digits = (pattern: string) => [...'0123456789'].map((digit) => pattern.replace('?', digit));
/** The account with the control digit that the bank's БИК asks for, and one without it. */
const complete = (pattern: string) => digits(pattern).find((account) => isAccount(account, BIK)) ?? '';
const wrong = (pattern: string) => digits(pattern).find((account) => !isAccount(account, BIK)) ?? '';

let the: Firm;
let batchId: Id<'payout_batch'>;

beforeAll(async () => {
  the = await firm();
  await the.requisites(await the.partner('Ёлкина'), complete('40802810?00000000002'));
  // A control digit is wrong: the bank would refuse it.
  await the.requisites(await the.partner('Опечатка'), wrong('40802810?00000000003'));
  await the.sale('Ёлкина', 12_345_67n, '2026-03-01T10:00:00Z');
  await the.sale('Опечатка', 1_000_00n, '2026-03-01T10:00:00Z');
  batchId = (await makePayoutBatch(the.finance, {})).batchId;
});
afterAll(() => the?.close());

const take = (format: string) => takeRegister(the.finance, { batchId, format, purposeOf });

const PAYER = {
  name: 'ООО «Полка Софт»',
  taxNumber: '7707083893',
  kpp: '770701001',
  account: complete('40702810?38000000001'),
  bik: '044525225',
  bankName: 'ПАО Сбербанк',
  correspondentAccount: '30101810400000000225',
};

describe('the register (money.md 11; trust.md, threats 1 and 12)', () => {
  test('a draft is nobody’s order; a taking of an approved batch is in the journal', async () => {
    await expect(take('csv')).rejects.toMatchObject({ code: 'payouts.not_approved' });
    await approvePayoutBatch(the.owner, { batchId });
    const register = await take('csv');
    expect(register.payouts.map((row) => [row.partnerName, row.amountMinor])).toEqual([
      ['Ёлкина', 1_234_57n],
      ['Опечатка', 100_00n],
    ]);
    const [entry] = await look(the.system, (tx) =>
      readAudit(tx, { verb: 'payouts.take_register', limit: 1 }),
    );
    expect(entry).toMatchObject({
      subject: batchId,
      actorId: the.finance.actor.id,
      change: { format: 'csv', payouts: 2 },
    });
  });

  test('a file for the bank is refused while an account would not pass, ours or theirs, and then carries our number', async () => {
    await expect(take('1c_client_bank')).rejects.toMatchObject({ code: 'payouts.payer_missing' });
    const policy = await look(the.owner, readPolicy);
    const withPayer = (payer: Record<string, string>) => setPayoutPolicy(the.owner, { ...policy, payer });
    await withPayer({ ...PAYER, account: wrong('40702810?38000000001') });
    await expect(take('1c_client_bank')).rejects.toMatchObject({
      code: 'payouts.payer_wrong',
      params: { fields: ['account'] },
    });
    await withPayer(PAYER);
    await expect(take('1c_client_bank')).rejects.toMatchObject({
      code: 'payouts.payee_wrong',
      params: { partner: 'Опечатка', fields: ['account'] },
    });
    const { payouts } = await take('csv');
    const [good, bad] = payouts.map((row) => row.id);
    await failPayout(the.finance, { payoutId: bad as Id<'payout'>, reason: 'Ошибка в счёте' });
    const { orders } = await take('1c_client_bank');
    const file = new TextDecoder('windows-1251').decode(orders ?? undefined);
    expect(file.match(/СекцияДокумент/g)).toHaveLength(1);
    expect(file).toContain('Сумма=1234.57\r\n');
    expect(file).toContain(
      `НазначениеПлатежа=Партнёрское вознаграждение по отчёту за март 2026 г. НДС не облагается. ${good}\r\n`,
    );
  });
});
