import { knownAgreement } from '@mosty/agreements';
import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { CodeKind } from '../contract/codes.ts';
import { checkCode, strictest } from '../domain/code.ts';
import { rights } from '../policy.ts';
import { ceilingOf } from '../store/ceilings.ts';
import { insertCode, type CodeRecord } from '../store/codes.ts';

export interface CreateCode {
  readonly agreementId: Id<'agreement'>;
  readonly code: string;
  readonly kind: CodeKind;
  readonly discountPpm?: bigint | undefined;
  /** The greatest discount the caller knows of, besides the ceiling kept for the agreement. The strictest counts. */
  readonly maxDiscountPpm?: bigint | undefined;
}

/**
 * Gives an agreement a code that names it in sales. A text once given is never given again.
 * @throws tracking.agreement_not_accepted, tracking.discount_below_floor, tracking.code_taken, tracking.promo_needs_discount,
 *   tracking.referral_has_no_discount
 */
export function createCode(ctx: Context, input: CreateCode): Promise<CodeRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'code.write');
    const agreement = await knownAgreement(tx, input.agreementId);
    await keptPartner(tx, agreement.partnerId);
    const discountPpm = input.discountPpm ?? 0n;
    const ceilings = [input.maxDiscountPpm, await ceilingOf(tx, agreement.id)];
    const refusal = checkCode({ kind: input.kind, discountPpm }, agreement, ceilings);
    if (refusal) throw refusal;
    const code: CodeRecord = {
      id: tx.id('code'),
      code: input.code.trim(),
      kind: input.kind,
      agreementId: agreement.id,
      partnerId: agreement.partnerId,
      discountPpm,
      maxDiscountPpm: strictest(ceilings),
      createdAt: tx.now(),
      archivedAt: null,
    };
    if (!(await insertCode(tx, code))) refuse('conflict', 'tracking.code_taken', { code: code.code });
    tx.audit({
      verb: 'tracking.create_code',
      subject: agreement.partnerId,
      change: {
        codeId: code.id,
        agreementId: agreement.id,
        kind: code.kind,
        discountPpm: Number(discountPpm),
      },
    });
    tx.emit({ type: 'code.created', codeId: code.id, partnerId: agreement.partnerId });
    return code;
  });
}
