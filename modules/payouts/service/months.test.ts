import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { month } from '@mosty/kernel/time';
import { totalsOfClose } from '../store/closes.ts';
import { listStatements } from '../store/statements.ts';
import { statementLines } from '../store/statement-lines.ts';
import { acceptSilentStatements, acceptStatement, objectToStatement } from './answer-statement.ts';
import { closeMonth } from './close-month.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import { resolveObjection } from './resolve-objection.ts';
import { sendStatements } from './send-statements.ts';
import { showMonth } from './show-month.ts';
import { verifyMoney } from './verify-money.ts';

let the: Firm;
let vector: Id<'partner'>;
let yolka: Id<'partner'>;

beforeAll(async () => {
  the = await firm();
  vector = await the.partner('Вектор');
  yolka = await the.partner('Ёлка');
});
afterAll(() => the?.close());

const JANUARY = month('2026-01');
const FEBRUARY = month('2026-02');
const totals = (of: typeof JANUARY) => look(the.system, (tx) => totalsOfClose(tx, of));
/** Ids of one moment have no order of their own: «Вектор» first, whatever his id. */
const byName = async (of: typeof JANUARY) =>
  (await totals(of)).toSorted(
    (one, other) => Number(other.partnerId === vector) - Number(one.partnerId === vector),
  );
const statementOf = async (partnerId: Id<'partner'>, of = JANUARY) => {
  const [found] = await look(the.system, (tx) => listStatements(tx, { month: of, partnerId, limit: 1 }));
  if (!found) throw new Error('no statement');
  return found;
};

describe('a month is closed once and for ever (money.md 8)', () => {
  test('it stores what each partner’s month came to, with a hash over it and the close before', async () => {
    const sale = await the.sale('Вектор', 100_000_00n, '2026-01-15T10:00:00Z');
    await the.sale('Ёлка', 333_33n, '2026-01-31T20:59:59.999Z');
    await the.sale('Ёлка', 500_00n, '2026-01-31T21:00:00Z');
    await the.refund(sale, 25_000_00n, '2026-01-20T10:00:00Z');
    const open = await showMonth(the.finance, { month: JANUARY });
    expect(open.checks.filter((check) => check.blocks).every((check) => check.holds)).toBe(true);
    const closed = await closeMonth(the.finance, { month: JANUARY });
    expect(closed).toMatchObject({
      partners: 2,
      statements: 2,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await totals(JANUARY)).toEqual(open.totals);
    const none = {
      correctedMinor: 0n,
      writtenOffMinor: 0n,
      waivedMinor: 0n,
      paidMinor: 0n,
      openingMinor: 0n,
    };
    expect(await byName(JANUARY)).toEqual([
      {
        partnerId: vector,
        currency: 'RUB',
        ...none,
        accruedMinor: 10_000_00n,
        clawedBackMinor: -2_500_00n,
        closingMinor: 7_500_00n,
      },
      {
        partnerId: yolka,
        currency: 'RUB',
        ...none,
        accruedMinor: 33_33n,
        clawedBackMinor: 0n,
        closingMinor: 33_33n,
      },
    ]);
    const again = await closeMonth(the.finance, { month: FEBRUARY });
    expect(again.hash).not.toBe(closed.hash);
    expect((await byName(FEBRUARY)).map((total) => [total.openingMinor, total.closingMinor])).toEqual([
      [7_500_00n, 7_500_00n],
      [33_33n, 83_33n],
    ]);
  });

  test('only finance and the owner close, and not twice', async () => {
    await expect(closeMonth(the.world.contextOf('head'), { month: month('2026-03') })).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
    await expect(closeMonth(the.finance, { month: JANUARY })).rejects.toMatchObject({
      code: 'ledger.month_closed',
    });
    await expect(closeMonth(the.finance, { month: month('2026-03') })).rejects.toMatchObject({
      code: 'ledger.month_not_over',
    });
  });

  test('a fact learned later counts in the open month, and the closed ones stay to the kopeck', async () => {
    const before = await totals(JANUARY);
    await the.sale('Ёлка', 1_000_00n, '2026-01-10T10:00:00Z');
    expect(await totals(JANUARY)).toEqual(before);
    const march = await showMonth(the.finance, { month: month('2026-03') });
    expect(march.totals.find((total) => total.partnerId === yolka)).toMatchObject({
      openingMinor: 83_33n,
      accruedMinor: 100_00n,
    });
    const lines = await look(the.system, (tx) =>
      statementLines(tx, { partnerId: yolka, month: month('2026-03'), currency: 'RUB', limit: 10 }),
    );
    expect(lines).toMatchObject([
      {
        isLate: true,
        clientName: 'Клиент Ёлка',
        schemeName: 'Десять процентов',
        ratePpm: 100_000n,
        amountMinor: 100_00n,
      },
    ]);
    expect(await verifyMoney(the.finance)).toMatchObject({ holds: true, closes: 2, brokenMonth: null });
  });

  test('the owner of the tables cannot rewrite it', async () => {
    for (const table of ['payouts.period_close', 'payouts.period_total']) {
      await expect(the.asOwner(`UPDATE ${table} SET month = month`)).rejects.toThrow(/append-only/);
      await expect(the.asOwner(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
      await expect(the.asOwner(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only/);
    }
  });

  test('a close that was forged past the triggers does not verify', async () => {
    const row = `UPDATE payouts.period_total SET paid_minor = paid_minor + 5, closing_minor = closing_minor - 5 WHERE month = '2026-01' AND partner_id = '${vector}'`;
    const trigger = (word: string) => `ALTER TABLE payouts.period_total ${word} TRIGGER append_only_rows`;
    await the.asOwner(trigger('DISABLE'), row, trigger('ENABLE ALWAYS'));
    expect(await verifyMoney(the.finance)).toMatchObject({ holds: false, brokenMonth: '2026-01' });
    await the.asOwner(
      trigger('DISABLE'),
      row.replace('+ 5', '- 5').replace('- 5 WHERE', '+ 5 WHERE'),
      trigger('ENABLE ALWAYS'),
    );
    expect(await verifyMoney(the.finance)).toMatchObject({ holds: true });
  });
});

describe('the partner’s statement (S2.31)', () => {
  test('a draft is nobody’s but ours; sent, the partner reads its own', async () => {
    const { id } = await statementOf(vector);
    const partner = await the.world.contextOfPartner(vector);
    const other = await the.world.contextOfPartner(yolka);
    const seen = (ctx: typeof partner) => look(ctx, (tx) => listStatements(tx, { limit: 10 }));
    expect(await seen(partner)).toEqual([]);
    expect(await sendStatements(the.finance, { month: JANUARY })).toEqual({
      sent: 2,
      answerBy: '2026-04-01',
    });
    expect(await sendStatements(the.finance, { month: JANUARY })).toMatchObject({ sent: 0 });
    expect(await seen(partner)).toMatchObject([
      { id, partnerName: 'Вектор', closingMinor: 7_500_00n, state: 'sent' },
    ]);
    expect((await seen(other)).every((statement) => statement.partnerId === yolka)).toBe(true);
    await expect(acceptStatement(other, { statementId: id })).rejects.toMatchObject({
      code: 'payouts.no_statement',
    });
  });

  test('what was objected to is corrected by an entry, not by an edit (story 16)', async () => {
    const { id } = await statementOf(vector);
    const partner = await the.world.contextOfPartner(vector);
    const staff = await the.world.contextOfPartner(vector, 'partner_staff');
    await expect(objectToStatement(staff, { statementId: id, words: 'Не согласны' })).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
    await objectToStatement(partner, { statementId: id, words: 'Клиент вернул меньше' });
    await expect(acceptStatement(partner, { statementId: id })).rejects.toMatchObject({
      code: 'payouts.statement_state',
    });
    const before = await statementOf(vector);
    const lines = await look(the.system, (tx) =>
      statementLines(tx, { partnerId: vector, month: JANUARY, currency: 'RUB', limit: 10 }),
    );
    const accrualId = lines.find((line) => line.kind === 'commission')?.accrualId as Id<'accrual'>;
    const answered = await resolveObjection(the.owner, {
      statementId: id,
      words: 'Согласны, база была больше',
      correction: { accrualId, wasMinor: 10_000_00n, becomesMinor: 12_000_00n },
    });
    expect(answered).toMatchObject({ state: 'resolved', correctionId: expect.stringMatching(/^acr_/) });
    const after = await statementOf(vector);
    expect(after).toMatchObject({
      state: 'resolved',
      objection: 'Клиент вернул меньше',
      correctionId: answered.correctionId,
    });
    expect(after.closingMinor).toBe(before.closingMinor);
    const march = await showMonth(the.finance, { month: month('2026-03') });
    // The refund of a quarter takes its quarter of the correction too: 2 000 less 500.
    const row = march.totals.find((total) => total.partnerId === vector);
    expect((row?.correctedMinor ?? 0n) + (row?.clawedBackMinor ?? 0n)).toBe(1_500_00n);
    expect(await verifyMoney(the.finance)).toMatchObject({ holds: true });
  });

  test('who says nothing until the last day has accepted; the day itself is still the partner’s', async () => {
    const { id } = await statementOf(yolka);
    the.now('2026-04-01T20:59:00Z');
    expect(await acceptSilentStatements(the.system)).toEqual({ accepted: 0 });
    the.now('2026-04-01T21:00:00Z');
    const partner = await the.world.contextOfPartner(yolka);
    await expect(objectToStatement(partner, { statementId: id, words: 'Поздно' })).rejects.toMatchObject({
      code: 'payouts.objection_late',
    });
    expect(await acceptSilentStatements(the.system)).toEqual({ accepted: 1 });
    expect(await statementOf(yolka)).toMatchObject({ state: 'accepted_by_silence' });
    expect(await acceptSilentStatements(the.system)).toEqual({ accepted: 0 });
  });
});
