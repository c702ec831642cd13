import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import type { Path } from '../contract/stages.ts';
import { mayChangePath } from '../domain/steps.ts';
import { rights } from '../policy.ts';
import { insertPassages } from '../store/passages.ts';
import { standingOf } from '../store/standing.ts';
import { orViolation } from '../store/violations.ts';

/**
 * Leads the partner by another path from where it stands, as long as nobody approved anything.
 * @throws lifecycle.outside, lifecycle.same_path, lifecycle.path_is_fixed
 */
export function changePath(
  ctx: Context,
  { partnerId, path, reason }: { partnerId: Id<'partner'>; path: Path; reason: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'lifecycle.move');
    await keptPartner(tx, partnerId);
    const here =
      (await standingOf(tx, [partnerId])).get(partnerId) ??
      refuse('not_now', 'lifecycle.outside', { partnerId });
    orRefuse(mayChangePath(here.stage, here.path, path));
    const { stage } = here;
    await orViolation(
      insertPassages(tx, [
        {
          partnerId,
          no: here.passageNo + 1,
          path,
          from: stage,
          to: stage,
          at: tx.now(),
          byActor: tx.actor.id,
          reasonCode: null,
          returnOn: here.returnOn,
          takenOver: false,
          evidence: [],
        },
      ]),
    );
    tx.audit({
      verb: 'lifecycle.change_path',
      subject: partnerId,
      reason,
      change: { from: here.path, to: path, stage },
    });
    tx.emit({ type: 'partner.path_changed', partnerId, from: here.path, to: path });
  });
}
