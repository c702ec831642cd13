import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { look, transact } from '@mosty/kernel/db';
import { businessDate, month } from '@mosty/kernel/time';
import type { Pay } from '../contract/terms.ts';
import { terms } from '../domain/terms.fixture.ts';
import { accrueFees } from './accrue-fees.ts';
import { approveAccruals, approveMatured } from './approve-accruals.ts';
import { assignScheme } from './assign-schemes.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company } from './company.fixture.ts';
import { correctAccrual, previewCorrection } from './correct-accrual.ts';
import { draftScheme } from './draft-scheme.ts';
import { holdAccruals, releaseHold } from './hold-accruals.ts';
import { accrualsForPayout, payoutMinimums, releaseAccruals, takeAccruals } from './payouts.ts';
import { publishVersion } from './publish-version.ts';
import { previewRecalculation, recalculate } from './recalculate.ts';
import { settleRefunds } from './settle-refunds.ts';
import { settleSales } from './settle-sales.ts';

const tenPercent: Pay = { kind: 'percent', ratePpm: 100_000 };
const START = new Date('2026-03-02T06:00:00Z');
let co: Company;

beforeAll(async () => {
  co = await company();
});
afterAll(() => co?.close());

const settle = (...sales: ReturnType<typeof saleTo>[]) => settleSales(co.ctx, { source: 'test', sales });
const statesOf = async (id: string) => (await accrualsOf(co.ctx, id)).map(({ state }) => state);

describe('the life of an accrual (money.md 5)', () => {
  it('matures by itself on its day, not a day before, together with what refunds took', async () => {
    const partner = await co.partner('Созревание', tenPercent, { holdDays: 14 });
    const sale = saleTo(partner, 1_000);
    await settle(sale);
    await settleRefunds(co.ctx, {
      source: 'test',
      refunds: [
        {
          externalId: 'M1',
          saleExternalId: sale.externalId,
          link: 'sale',
          occurredAt: START,
          currency: 'RUB',
          amountMicro: 10_000_000_000n,
        },
      ],
    });
    co.world.clock.set(new Date('2026-03-14T20:59:00Z'));
    await approveMatured(co.ctx);
    expect(await statesOf(partner.id)).toEqual(['pending', 'pending']);
    co.world.clock.set(new Date('2026-03-14T21:00:00Z'));
    await approveMatured(co.ctx);
    expect(await statesOf(partner.id)).toEqual(['approved', 'approved']);
    expect(await whatIsOff(co.ctx)).toEqual([]);
    co.world.clock.set(START);
  });

  it('needs a person where the terms say so, after the validation period', async () => {
    const partner = await co.partner('Вручную', tenPercent, { holdDays: 3, approval: 'manual' });
    await settle(saleTo(partner, 1_000));
    const [row] = await accrualsOf(co.ctx, partner.id);
    const accrualIds = row ? [row.id] : [];
    const finance = co.world.contextOf('finance');
    await expect(approveAccruals(finance, { accrualIds })).rejects.toMatchObject({
      code: 'incentives.not_matured',
    });
    await expect(approveAccruals(co.world.contextOf('manager'), { accrualIds })).rejects.toMatchObject({
      kind: 'not_permitted',
    });
    co.world.clock.set(new Date('2026-03-05T06:00:00Z'));
    await approveMatured(co.ctx);
    expect(await statesOf(partner.id)).toEqual(['pending']);
    await approveAccruals(finance, { accrualIds });
    expect(await statesOf(partner.id)).toEqual(['approved']);
    await expect(approveAccruals(finance, { accrualIds })).rejects.toMatchObject({
      code: 'incentives.accrual_not_pending',
    });
    co.world.clock.set(START);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('is held with a reason, a date and a person, cannot be paid, and comes back as it was (S0.26)', async () => {
    const partner = await co.partner('Заморозка', tenPercent, { holdDays: 5 });
    await settle(
      saleTo(partner, 1_000),
      saleTo(partner, 500, { occurredAt: new Date('2026-02-01T09:00:00Z') }),
    );
    const head = co.world.contextOf('head');
    const reason = 'Доля возвратов 19 %';
    await expect(
      holdAccruals(head, { partnerId: partner.id, reason, until: businessDate('2026-03-02') }),
    ).rejects.toMatchObject({ code: 'incentives.hold_in_past' });
    const { holdIds, held } = await holdAccruals(head, {
      partnerId: partner.id,
      reason,
      until: businessDate('2026-03-20'),
    });
    expect(held).toBe(2);
    expect(await statesOf(partner.id)).toEqual(['on_hold', 'on_hold']);
    expect(await whatIsOff(co.ctx)).toEqual([]);
    const payable = await look(co.ctx, (tx) =>
      accrualsForPayout(tx, { through: month('2026-03'), partnerIds: [partner.id] }),
    );
    expect(payable).toEqual([]);
    const [holdId] = holdIds;
    if (!holdId) throw new Error('no hold');
    const lifted = await Promise.allSettled(
      [1, 2].map(() => releaseHold(head, { holdId, reason: 'Проверили' })),
    );
    expect(lifted.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await statesOf(partner.id)).toSorted()).toEqual(['approved', 'pending']);
    expect(await whatIsOff(co.ctx)).toEqual([]);
    const rewrite = (statement: string) =>
      transact(co.ctx, (tx) => sql.raw(`${statement} WHERE id = '${holdId}'`).execute(tx.db));
    await expect(rewrite('DELETE FROM incentives.hold')).rejects.toThrow('permission denied');
    await expect(rewrite(`UPDATE incentives.hold SET reason = 'Другая'`)).rejects.toThrow('append-only');
    await expect(
      rewrite('UPDATE incentives.hold SET lifted_at = NULL, lifted_by = NULL, lift_reason = NULL'),
    ).rejects.toThrow('append-only');
  });

  it('taken by a payout that was not made is payable again', async () => {
    const partner = await co.partner('Отозвана', tenPercent);
    await settle(saleTo(partner, 1_000));
    const payoutId = co.ctx.ids.next('payout', START);
    const through = month('2026-03');
    const payouts = [{ payoutId, partnerId: partner.id, currency: 'RUB' }];
    const taken = await takeAccruals(co.ctx, { through, payouts });
    expect(taken).toMatchObject([{ payoutId, earnedMinor: 10_000n, carriedMinor: 0n, accruals: 1 }]);
    const sums = () => look(co.ctx, (tx) => accrualsForPayout(tx, { through, partnerIds: [partner.id] }));
    expect(await sums()).toEqual([]);
    await releaseAccruals(co.ctx, { payoutIds: [payoutId] });
    expect(await sums()).toHaveLength(1);
  });
});

describe('corrections (money.md 4)', () => {
  it('show the difference, post it with reason and author, and refunds take their share of it', async () => {
    const partner = await co.partner('Правка', tenPercent);
    const sale = saleTo(partner, 1_000);
    await settle(sale);
    await settleRefunds(co.ctx, {
      source: 'test',
      refunds: [
        {
          externalId: 'C1',
          saleExternalId: sale.externalId,
          link: 'sale',
          occurredAt: START,
          currency: 'RUB',
          amountMicro: 50_000_000_000n,
        },
      ],
    });
    const [row] = await accrualsOf(co.ctx, partner.id);
    if (!row) throw new Error('nothing accrued');
    const head = co.world.contextOf('head');
    const asked = { accrualId: row.id, becomesMinor: 15_000n };
    expect(await previewCorrection(head, asked)).toMatchObject({
      wasMinor: 10_000n,
      differenceMinor: 5_000n,
    });
    const posted = { ...asked, wasMinor: 10_000n, reason: 'Ставка по допсоглашению' };
    await expect(correctAccrual(co.world.contextOf('finance'), posted)).rejects.toMatchObject({
      kind: 'not_permitted',
    });
    await correctAccrual(head, posted);
    await expect(correctAccrual(head, posted)).rejects.toMatchObject({ code: 'incentives.accrual_changed' });
    // 10 000 − half, + 5 000 − half
    expect((await accrualsOf(co.ctx, partner.id)).reduce((sum, { amount }) => sum + amount, 0n)).toBe(7_500n);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('recalculation shows what today’s rules would give, posts exactly that, and then shows nothing', async () => {
    const partner = await co.partner('Пересчёт', { kind: 'per_role', rates: { implement: 50_000 } });
    await settle(saleTo(partner, 1_000), saleTo(partner, 2_000));
    const schemeId = await co.scheme(tenPercent);
    await assignScheme(co.world.contextOf('head'), {
      agreementId: partner.agreementId,
      schemeId,
      role: 'source',
      validFrom: businessDate('2026-01-01'),
    });
    const head = co.world.contextOf('head');
    const what = {
      agreementId: partner.agreementId,
      from: businessDate('2026-03-01'),
      to: businessDate('2026-04-01'),
    };
    const shown = await previewRecalculation(head, what);
    expect(
      shown.differences.map(({ wasMinor, becomesMinor }) => `${wasMinor} → ${becomesMinor}`).toSorted(),
    ).toEqual(['0 → 10000', '0 → 20000']);
    const reason = 'Назначили схему задним числом';
    await expect(recalculate(head, { ...what, digest: 'other', reason })).rejects.toMatchObject({
      code: 'incentives.recalculation_changed',
    });
    await recalculate(head, { ...what, digest: shown.digest, reason });
    expect((await previewRecalculation(head, what)).differences).toEqual([]);
    expect((await accrualsOf(co.ctx, partner.id)).reduce((sum, { amount }) => sum + amount, 0n)).toBe(
      30_000n,
    );
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });
});

describe('fixed fees (S1.39)', () => {
  it('come once a month or once for the agreement, with or without sales', async () => {
    const monthly = await co.partner('Абонент', {
      kind: 'hybrid',
      fixedMinor: 2_000_000,
      per: 'month',
      ratePpm: 200_000,
    });
    const once = await co.partner('Автор', { kind: 'flat', amountMinor: 4_000_000, per: 'agreement' });
    await accrueFees(co.ctx, { upTo: businessDate('2025-03-31') });
    await Promise.all([1, 2, 3].map(() => accrueFees(co.ctx, { upTo: businessDate('2025-04-01') })));
    const fees = async (id: string) =>
      (await accrualsOf(co.ctx, id)).map(({ kind, amount, period }) => [kind, amount, period]);
    expect(await fees(monthly.id)).toEqual(
      ['2025-01', '2025-02', '2025-03', '2025-04'].map((period) => ['fixed_fee', 2_000_000n, period]),
    );
    expect(await fees(once.id)).toEqual([['fixed_fee', 4_000_000n, '2025-01']]);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });
});

describe('versions of a scheme', () => {
  const draft = { name: 'Схема', terms: terms(tenPercent), validFrom: businessDate('2026-03-02') };

  it('who wrote a version does not approve it, while somebody else may', async () => {
    const head = co.world.contextOf('head');
    const { versionId } = await draftScheme(head, draft);
    await expect(publishVersion(head, { versionId })).rejects.toMatchObject({
      code: 'incentives.author_cannot_approve',
    });
    await expect(publishVersion(co.world.contextOf('finance'), { versionId })).rejects.toMatchObject({
      kind: 'not_permitted',
    });
    expect(await publishVersion(co.world.contextOf('owner'), { versionId })).toMatchObject({
      version: 1,
      soleApprover: false,
    });
    await expect(publishVersion(co.world.contextOf('owner'), { versionId })).rejects.toMatchObject({
      code: 'incentives.version_published',
    });
  });

  it('a next version does not begin in the past, nor before the last', async () => {
    const head = co.world.contextOf('head');
    const { schemeId, versionId } = await draftScheme(head, {
      ...draft,
      validFrom: businessDate('2025-01-01'),
    });
    await publishVersion(co.world.contextOf('owner'), { versionId });
    const next = await draftScheme(head, { ...draft, schemeId, validFrom: businessDate('2026-03-01') });
    await expect(
      publishVersion(co.world.contextOf('owner'), { versionId: next.versionId }),
    ).rejects.toMatchObject({
      code: 'incentives.version_in_past',
    });
    await expect(
      draftScheme(head, { ...draft, schemeId, validFrom: businessDate('2025-01-01') }),
    ).rejects.toMatchObject({
      code: 'incentives.version_before_last',
    });
  });

  it('the least payout is that of the scheme in force', async () => {
    const partner = await co.partner('Минимум', tenPercent, { minimumPayoutMinor: 10_000 });
    const minimums = await look(co.ctx, (tx) => payoutMinimums(tx, [partner.id]));
    expect(minimums.get(partner.id)).toEqual(new Map([['RUB', 10_000n]]));
  });
});

describe('people of a partner', () => {
  it('see their own accruals and terms, and nobody else’s (S0.16)', async () => {
    const { sql } = await import('kysely');
    const mine = await co.partner('Свой', tenPercent);
    await co.partner('Чужой', tenPercent);
    await settle(saleTo(mine, 1_000));
    const person = await co.world.contextOfPartner(mine.id);
    const seen = await look(person, async (tx) => ({
      partners: (await sql`SELECT DISTINCT partner_id FROM incentives.v_accrual`.execute(tx.db)).rows,
      schemes: (await sql`SELECT scheme_id FROM incentives.v_scheme_version`.execute(tx.db)).rows,
    }));
    expect(seen).toEqual({ partners: [{ partner_id: mine.id }], schemes: [{ scheme_id: mine.schemeId }] });
  });
});
