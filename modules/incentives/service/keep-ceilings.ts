import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { setDiscountCeilings } from '@mosty/tracking';
import { discountCeiling } from '../domain/discount-ceiling.ts';
import { assignmentsOf } from '../store/assignments.ts';
import { publishedVersions } from '../store/schemes.ts';

/** Tells tracking how far codes of these agreements may go now: a discount must not kill the point (S0.64). */
export async function keepCeilings(tx: Tx, agreementIds: readonly Id<'agreement'>[]): Promise<void> {
  if (agreementIds.length === 0) return;
  const day = businessDateOf(tx.now(), tx.zone);
  const assignments = await assignmentsOf(tx, agreementIds);
  const versions = await publishedVersions(tx, [...new Set(assignments.map((one) => one.schemeId))]);
  const byAgreement = Map.groupBy(assignments, (one) => one.agreementId);
  await setDiscountCeilings(
    tx,
    agreementIds.map((agreementId) => ({
      agreementId,
      maxDiscountPpm: discountCeiling(byAgreement.get(agreementId) ?? [], versions, day),
    })),
  );
}
