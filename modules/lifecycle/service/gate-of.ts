import { ability, keeps, partnersById, type Ability } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { reasonsOf } from '../contract/move.ts';
import type { Gate } from '../contract/partner-stage.ts';
import { mayOpen, stepsFrom } from '../domain/steps.ts';
import { rights } from '../policy.ts';
import { standingOf } from '../store/standing.ts';
import { lookAtGate, missingOf } from './gate.ts';
import { roleOf } from './move-stage.ts';

export type GateAhead = Gate & { readonly can: { readonly move: Ability } };

/** The gates ahead of a partner: what each asks, what is there, and whether whoever looks may open it. */
export function gateOf(ctx: Context, partnerId: Id<'partner'>): Promise<GateAhead[]> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'lifecycle.read');
    const here = (await standingOf(tx, [partnerId])).get(partnerId);
    const [partner] = await partnersById(tx, [partnerId]);
    if (!here || !partner) return [];
    const gates: GateAhead[] = [];
    for (const step of stepsFrom(here.path, here.stage)) {
      const looked = await lookAtGate(tx, step, { partnerId, path: here.path, details: {} });
      gates.push({
        to: step.to,
        auto: step.auto === true,
        roles: step.roles.filter((role) => role !== 'system'),
        reasons: [...reasonsOf(step.to)],
        evidence: looked.map(({ code, finding }) => ({ code, ...finding })),
        missing: missingOf(looked).length,
        can: {
          move: ability(
            () => permit(tx, rights, 'lifecycle.move'),
            () => mayOpen(step, roleOf(tx.actor)),
            () =>
              keeps(tx, partner) ||
              new Refusal('not_permitted', 'directory.partner_of_another_manager', { partnerId }),
          ),
        },
      });
    }
    return gates;
  });
}
