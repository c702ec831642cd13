import { knownAgreement } from '@mosty/agreements';
import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import { limitsOf } from '@mosty/lifecycle';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { CodeKind, Stacking } from '../contract/codes.ts';
import { checkCode, strictest } from '../domain/code.ts';
import { rights } from '../policy.ts';
import { ceilingOf } from '../store/ceilings.ts';
import { findPriceRule, greatestStacking } from '../store/price-rule.ts';
import { insertCode, type CodeRecord } from '../store/codes.ts';

export interface CreateCode {
  readonly agreementId: Id<'agreement'>;
  readonly code: string;
  readonly kind: CodeKind;
  readonly discountPpm?: bigint | undefined;
  /** Instead of other reductions unless told. */
  readonly stacking?: Stacking | undefined;
  /** The greatest discount the caller knows of, besides the ceiling kept for the agreement. The strictest counts. */
  readonly maxDiscountPpm?: bigint | undefined;
}

/**
 * Gives an agreement a code that names it in sales. A text once given is never given again.
 * @throws tracking.agreement_not_accepted, tracking.discount_below_floor, tracking.price_below_floor, tracking.code_taken,
 *   tracking.promo_needs_discount, tracking.referral_has_no_discount, tracking.discount_beyond_stage
 */
export function createCode(ctx: Context, input: CreateCode): Promise<CodeRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'code.write');
    const { code } = await draftCode(tx, input);
    await saveCode(tx, code);
    return code;
  });
}

/** The code as it would be. @throws the refusal that stands in its way */
export async function draftCode(
  tx: Tx,
  input: Omit<CreateCode, 'code'> & { code: string | ((partnerName: string) => Promise<string>) },
): Promise<{ code: CodeRecord; partnerName: string }> {
  const agreement = await knownAgreement(tx, input.agreementId);
  const partner = await keptPartner(tx, agreement.partnerId);
  const discountPpm = input.discountPpm ?? 0n;
  const stacking = input.stacking ?? 'alone';
  const ceilings = [input.maxDiscountPpm, await ceilingOf(tx, agreement.id)];
  const { floorPpm, ourDiscountPpm } = await findPriceRule(tx);
  const beside = { ours: ourDiscountPpm, others: await greatestStacking(tx), floorPpm };
  const limit = (await limitsOf(tx, [partner.id])).get(partner.id);
  if (limit && limit.discountPpmMax !== null && discountPpm > limit.discountPpmMax)
    refuse('limit', 'tracking.discount_beyond_stage', {
      stage: limit.because.join(),
      mostPpm: Number(limit.discountPpmMax),
    });
  const refusal = checkCode({ kind: input.kind, discountPpm, stacking }, agreement, ceilings, beside);
  if (refusal) throw refusal;
  const text = typeof input.code === 'string' ? input.code.trim() : await input.code(partner.name);
  const code: CodeRecord = {
    id: tx.id('code'),
    code: text,
    kind: input.kind,
    agreementId: agreement.id,
    partnerId: agreement.partnerId,
    discountPpm,
    maxDiscountPpm: strictest(ceilings),
    stacking,
    createdAt: tx.now(),
    archivedAt: null,
    pausedAt: null,
  };
  return { code, partnerName: partner.name };
}

/** @throws tracking.code_taken */
export async function saveCode(tx: Tx, code: CodeRecord): Promise<void> {
  if (!(await insertCode(tx, code))) refuse('conflict', 'tracking.code_taken', { code: code.code });
  tx.audit({
    verb: 'tracking.create_code',
    subject: code.partnerId,
    change: {
      codeId: code.id,
      agreementId: code.agreementId,
      kind: code.kind,
      discountPpm: Number(code.discountPpm),
    },
  });
  tx.emit({ type: 'code.created', codeId: code.id, partnerId: code.partnerId });
}
