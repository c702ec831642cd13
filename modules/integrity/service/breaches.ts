import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { insertBreach, takeBack } from '../store/breaches.ts';
import { flagToChange } from './decide-flag.ts';

export interface RecordBreach {
  readonly partnerId: Id<'partner'>;
  readonly rule: number;
  readonly flagId?: Id<'flag'> | undefined;
  readonly note?: string | undefined;
}

/** Written down whatever the partner brings (S0.67). @throws integrity.flag_of_another, the refusals of the partner's keeping */
export function recordBreach(ctx: Context, input: RecordBreach): Promise<{ id: Id<'breach'>; rule: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.raise');
    const { partnerId, rule, flagId, note } = input;
    await keptPartner(tx, partnerId);
    if (flagId && (await flagToChange(tx, flagId)).partnerId !== partnerId)
      refuse('invalid', 'integrity.flag_of_another', { flagId });
    const id = tx.id('breach');
    await insertBreach(tx, { id, partnerId, rule, flagId: flagId ?? null, note: note ?? null });
    tx.audit({
      verb: 'integrity.record_breach',
      subject: id,
      change: { partnerId, rule, flagId: flagId ?? null },
    });
    tx.emit({ type: 'breach.recorded', breachId: id, partnerId, rule });
    return { id, rule };
  });
}

/** @throws integrity.breach_unknown */
export function takeBackBreach(
  ctx: Context,
  input: { readonly breachId: Id<'breach'>; readonly reason: string },
): Promise<{ id: Id<'breach'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.decide');
    const { breachId, reason } = input;
    if (!(await takeBack(tx, breachId, reason)))
      refuse('not_found', 'integrity.breach_unknown', { breachId });
    tx.audit({ verb: 'integrity.take_back_breach', subject: breachId, reason });
    return { id: breachId };
  });
}
