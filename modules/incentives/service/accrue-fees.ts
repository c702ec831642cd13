import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { PLAIN, type NewAccrual } from '../domain/accrual.ts';
import { dayFinder } from '../domain/day.ts';
import { feesDue, priceFee, type FeeDue } from '../domain/fees.ts';
import { lifeAtBirth } from '../domain/life.ts';
import { isVersion, schemeBook, type SchemeBook, type Version } from '../domain/scheme-book.ts';
import { rights } from '../policy.ts';
import {
  agreementsByIds,
  assignmentsInForce,
  type AgreementFact,
  type KeptAssignment,
} from '../store/assignments.ts';
import { accruedFees } from '../store/fees.ts';
import { publishedVersions } from '../store/schemes.ts';
import type { Accrued } from './accrue-sales.ts';
import { periodFinder } from './periods.ts';
import { record, totals } from './record.ts';

/**
 * Accrues the fixed fees that begin by today: once for each month, or once for the agreement, with or without sales
 * (S1.39). Run each night; safe to repeat. The fee of an agreement that ended is not accrued for the months after.
 */
export function accrueFees(ctx: Context, input: { upTo?: BusinessDate } = {}): Promise<Accrued> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.record');
    const today = businessDateOf(tx.now(), tx.zone);
    const upTo = input.upTo !== undefined && input.upTo < today ? input.upTo : today;
    const recorded = await record(
      tx,
      (await feesToAccrue(tx, upTo)).map((row) => ({ row })),
    );
    const first = recorded[0];
    if (first) {
      tx.audit({
        verb: 'incentives.accrue_fees',
        subject: first.id,
        change: { count: recorded.length, upTo, totals: totals(recorded) },
      });
    }
    return { accruals: recorded.length, totals: totals(recorded) };
  });
}

async function feesToAccrue(tx: Tx, upTo: BusinessDate): Promise<NewAccrual[]> {
  const assignments = await assignmentsInForce(tx, upTo);
  const versions = await publishedVersions(tx, [...new Set(assignments.map((one) => one.schemeId))]);
  const book = schemeBook(assignments, versions);
  const agreements = await agreementsByIds(
    tx,
    assignments.map((one) => one.agreementId),
  );
  const accrued = await accruedFees(tx);
  const periodOf = await periodFinder(tx, dayFinder(tx.zone));
  const now = { at: tx.now(), day: businessDateOf(tx.now(), tx.zone) };
  return assignments.flatMap((assignment) => {
    const agreement = agreements.get(assignment.agreementId);
    if (!agreement) return [];
    const terms = (day: BusinessDate) => versionOn(book, assignment, day)?.terms ?? null;
    return feesDue(terms, untilEnd(assignment, agreement, tx.zone), upTo, tx.zone).flatMap((fee) => {
      const key = `${agreement.id} ${fee.for}`;
      const version = versionOn(book, assignment, fee.day);
      if (accrued.has(key) || !version || version.terms.currency === null) return [];
      accrued.add(key);
      const row = feeRow(assignment, agreement, fee, version, version.terms.currency);
      return [{ ...row, period: periodOf(fee.at), ...lifeAtBirth(row, now) }];
    });
  });
}

function versionOn(book: SchemeBook, assignment: KeptAssignment, day: BusinessDate): Version | null {
  const found = book.find(assignment.agreementId, assignment.role, day);
  return isVersion(found) ? found : null;
}

function untilEnd(assignment: KeptAssignment, agreement: AgreementFact, zone: string) {
  const endedOn = agreement.endedAt ? addDays(businessDateOf(agreement.endedAt, zone), 1) : null;
  const { validFrom, validTo } = assignment;
  return {
    validFrom,
    validTo: endedOn !== null && (validTo === null || endedOn < validTo) ? endedOn : validTo,
  };
}

function feeRow(
  assignment: KeptAssignment,
  agreement: AgreementFact,
  fee: FeeDue,
  version: Version,
  currency: string,
) {
  const { approval, holdDays, rounding } = version.terms;
  const { amountMinor, lines } = priceFee(version.terms, fee);
  return {
    ...PLAIN,
    saleId: null,
    refundId: null,
    participantId: null,
    partnerId: agreement.partnerId,
    agreementId: agreement.id,
    class: agreement.class,
    role: assignment.role,
    sharePpm: 1_000_000n,
    kind: 'fixed_fee' as const,
    feeFor: fee.for,
    schemeVersionId: version.id,
    baseMicro: 0n,
    currency,
    ratePpm: null,
    amountMinor,
    rounding,
    explanation: { lines },
    effectiveAt: fee.at,
    approval,
    maturesOn: addDays(fee.day, holdDays),
  };
}
