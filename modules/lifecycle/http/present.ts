import { ability, keeps, knownPartner, type PartnerRecord } from '@mosty/directory';
import { namesOf, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { businessDateOf, daysBetween } from '@mosty/kernel/time';
import type { Norms } from '../contract/pipeline.ts';
import { PATHS } from '../contract/stages.ts';
import { mayChangePath, mayTakeOver } from '../domain/steps.ts';
import { rights } from '../policy.ts';
import { gateOf } from '../service/gate-of.ts';
import { limitsOf, usedOf, type LimitNow } from '../service/limits.ts';
import { normsOf } from '../store/norms.ts';
import { passagesOf } from '../store/passages.ts';
import type { CardRow } from '../store/pipeline.ts';
import { standingOf, type Standing } from '../store/standing.ts';

/** Where the partner stands, how it came there and what is ahead: what the card of the partner shows. */
export async function presentPartnerStage(tx: Tx, partnerId: Id<'partner'>) {
  const partner = await knownPartner(tx, partnerId);
  const here = (await standingOf(tx, [partner.id])).get(partner.id);
  const norms = await normsOf(tx);
  const passages = await passagesOf(tx, partner.id);
  const names = await namesOf(
    tx,
    passages.map((one) => one.byActor),
  );
  return {
    standing: here
      ? {
          stage: here.stage,
          path: here.path,
          since: here.since,
          days: daysSince(tx, here.since),
          norm: norms[here.stage],
          returnOn: here.returnOn,
          takenOver: here.takenOver,
        }
      : null,
    history: passages.map(({ no, path, from, to, at, byActor, reasonCode, takenOver }) => ({
      no,
      path,
      from,
      to,
      at,
      by: names.get(byActor) ?? null,
      reasonCode,
      takenOver,
    })),
    gates: await gateOf(tx, partner.id),
    limit: await presentLimit(tx, partner.id),
    can: abilities(tx, partner, here ?? null, (await limitsOf(tx, [partner.id])).get(partner.id)),
  };
}

/** What holds the partner back and how much of it is used; null: nothing does. */
export async function presentLimit(tx: Tx, partnerId: Id<'partner'>) {
  const limit = (await limitsOf(tx, [partnerId])).get(partnerId);
  if (!limit) return null;
  const { because, dealsMax, accruedMinorMax, discountPpmMax, currency } = limit;
  return {
    because: [...because],
    dealsMax,
    accruedMinorMax,
    discountPpmMax,
    currency,
    used: await usedOf(tx, limit),
  };
}

function abilities(tx: Tx, partner: PartnerRecord, here: Standing | null, limit: LimitNow | undefined) {
  const kept = () =>
    keeps(tx, partner) ||
    new Refusal('not_permitted', 'directory.partner_of_another_manager', { partnerId: partner.id });
  const live = () => partner.archivedAt !== null && new Refusal('not_now', 'directory.partner_archived', {});
  const stage = here?.stage ?? null;
  return {
    enter: ability(
      () => permit(tx, rights, 'lifecycle.enter'),
      kept,
      live,
      () => stage !== null && new Refusal('conflict', 'lifecycle.already_inside', { stage }),
    ),
    takeOver: ability(
      () => permit(tx, rights, 'lifecycle.take_over'),
      live,
      () => mayTakeOver(stage, 'working'),
    ),
    liftLimits: ability(
      () => permit(tx, rights, 'lifecycle.lift_limits'),
      () =>
        limit?.because.includes('start') ||
        new Refusal('not_now', limit ? 'lifecycle.limits_end_with_gate' : 'lifecycle.not_limited', {}),
    ),
    changePath: ability(
      () => permit(tx, rights, 'lifecycle.move'),
      kept,
      () =>
        here === null
          ? new Refusal('not_now', 'lifecycle.outside', { partnerId: partner.id })
          : PATHS.some((path) => mayChangePath(here.stage, here.path, path) === true) ||
            new Refusal('not_now', 'lifecycle.path_is_fixed', { stage: here.stage }),
    ),
  };
}

export function presentCard(tx: Tx, row: CardRow, norms: Norms) {
  return { ...row, days: daysSince(tx, row.since), norm: norms[row.stage] };
}

/** Whole days of the company's calendar. */
function daysSince(tx: Tx, since: Date): number {
  return Math.max(0, daysBetween(businessDateOf(since, tx.zone), businessDateOf(tx.now(), tx.zone)));
}
