import { partnersById } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import type { TAKE_OVER_REASONS } from '../contract/move.ts';
import type { Path } from '../contract/stages.ts';
import { mayTakeOver } from '../domain/steps.ts';
import { rights } from '../policy.ts';
import { insertPassages, type PassageRecord } from '../store/passages.ts';
import { standingOf } from '../store/standing.ts';
import { orViolation } from '../store/violations.ts';

export interface TakeOver {
  readonly partnerId: Id<'partner'>;
  readonly path: Path;
  readonly stage: 'agreed' | 'working';
  readonly reasonCode?: (typeof TAKE_OVER_REASONS)[number] | undefined;
  /** In words, for the journal. */
  readonly reason: string;
}

/** One partner. @throws as `takeOverAll` */
export async function takeOver(ctx: Context, input: TakeOver): Promise<void> {
  await takeOverAll(ctx, [input]);
}

/**
 * Partners who worked with us before the conveyor was here are taken as they are: each is shown and counted as one who
 * went through no gates. Set-based; whoever is there already stays where it is.
 * @throws directory.partner_unknown, lifecycle.cannot_take_over
 */
export function takeOverAll(ctx: Context, inputs: readonly TakeOver[]): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'lifecycle.take_over');
    const ids = inputs.map((input) => input.partnerId);
    const partners = new Set((await partnersById(tx, ids)).map((partner) => partner.id));
    const standings = await standingOf(tx, ids);
    const passages = inputs.flatMap((input): PassageRecord[] => {
      const { partnerId, stage, path } = input;
      if (!partners.has(partnerId)) refuse('not_found', 'directory.partner_unknown', { partnerId });
      const here = standings.get(partnerId);
      orRefuse(mayTakeOver(here?.stage ?? null, stage));
      return [
        {
          partnerId,
          no: (here?.passageNo ?? 0) + 1,
          path,
          from: here?.stage ?? null,
          to: stage,
          at: tx.now(),
          byActor: tx.actor.id,
          reasonCode: input.reasonCode ?? 'worked_before',
          returnOn: null,
          takenOver: true,
          evidence: [],
        },
      ];
    });
    await orViolation(insertPassages(tx, passages));
    for (const [place, { partnerId, from, to, path, reasonCode }] of passages.entries()) {
      tx.audit({
        verb: 'lifecycle.take_over_partner',
        subject: partnerId,
        reason: inputs[place]?.reason,
        change: { from, to, path, reasonCode },
      });
      tx.emit({ type: 'partner.moved', partnerId, from, to });
    }
  });
}
