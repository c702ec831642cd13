import { systemActor, type Tx } from '@mosty/kernel/context';
import { moveStage, standingOf } from '@mosty/lifecycle';
import type { IntegrityPolicy } from '../contract/looks.ts';
import { isWorse } from '../domain/life.ts';
import { insertStep, type FlagRecord } from '../store/flags.ts';

export type ReviewFrom = IntegrityPolicy['reviewFrom'];

/** A serious sign puts a working partner under review by itself, unless the company said it is too harsh for it. */
export async function reviewPartner(
  tx: Tx,
  { id, partnerId, severity }: Pick<FlagRecord, 'id' | 'partnerId' | 'severity'>,
  reviewFrom: ReviewFrom,
): Promise<void> {
  if (reviewFrom === 'never' || isWorse(reviewFrom, severity)) return;
  const standing = (await standingOf(tx, [partnerId])).get(partnerId);
  if (standing?.stage !== 'working') return;
  // Whoever raised it may not have this gate: it is the rule of the company that opens it.
  const system: Tx = { ...tx, actor: systemActor('integrity.review') };
  await moveStage(system, { partnerId, to: 'review', details: { reasonCode: 'serious_flag' } });
  await insertStep(tx, id, { what: 'reviewed' });
}
