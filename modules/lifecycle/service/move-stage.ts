import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import { roleSchema, type Role } from '@mosty/identity/contract';
import type { Actor, Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { reasonsOf, type MoveDetails } from '../contract/move.ts';
import type { Stage } from '../contract/stages.ts';
import { openGate, stepFor } from '../domain/steps.ts';
import { rights } from '../policy.ts';
import type { PassageRecord } from '../store/passages.ts';
import { standingOf } from '../store/standing.ts';
import { lookAtGate, missingOf } from './gate.ts';
import { pass } from './pass.ts';

export interface MoveStage {
  readonly partnerId: Id<'partner'>;
  readonly to: Stage;
  readonly details?: MoveDetails | undefined;
}

/**
 * Moves a partner through the gate to another stage. There is no other way and no override (S0.48): what is missing is
 * supplied, or the partner stays.
 * @throws lifecycle.outside, lifecycle.no_such_step, lifecycle.not_your_gate, lifecycle.reason_unknown,
 *   lifecycle.gate_closed, lifecycle.moved_meanwhile, and the refusals of the partner's keeping
 */
export function moveStage(ctx: Context, { partnerId, to, details = {} }: MoveStage): Promise<PassageRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'lifecycle.move');
    await keptPartner(tx, partnerId);
    const here =
      (await standingOf(tx, [partnerId])).get(partnerId) ??
      refuse('not_now', 'lifecycle.outside', { partnerId });
    const step = orRefuse(stepFor(here, to, roleOf(tx.actor)));
    if (details.reasonCode !== undefined && !reasonsOf(to).includes(details.reasonCode))
      refuse('invalid', 'lifecycle.reason_unknown', { reasonCode: details.reasonCode, to });
    const looked = await lookAtGate(tx, step, { partnerId, path: here.path, details });
    orRefuse(openGate(step, missingOf(looked)));
    return pass(tx, here, step, looked, details);
  });
}

/** As gates know people. A key is nobody in particular. */
export function roleOf(actor: Actor): Role | 'system' | null {
  if (actor.type === 'system') return 'system';
  if (actor.type === 'api_key') return null;
  const role = roleSchema.safeParse(actor.role);
  return role.success ? role.data : null;
}
