import { ability, keeps, knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { Refusal } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { PilotState } from '../contract/pilot.ts';
import { marginOf, planned, refundPpm } from '../domain/pilot.ts';
import { rights } from '../policy.ts';
import { criteriaOf, type NamedPilot, type PilotRecord } from '../store/pilots.ts';
import { judge, type Judged } from './pilot-facts.ts';

export function stateOf({ lockedAt, verdict, endsOn }: PilotRecord, today: string): PilotState {
  if (verdict !== null) return 'decided';
  if (lockedAt === null) return 'draft';
  return today > endsOn ? 'due' : 'running';
}

function present(pilot: NamedPilot, judged: Judged | null, today: string, asked: number) {
  const { facts } = judged ?? {};
  return {
    id: pilot.id,
    partner: { id: pilot.partnerId, name: pilot.partnerName },
    state: stateOf(pilot, today),
    volume: pilot.volume,
    startsOn: pilot.startsOn,
    endsOn: pilot.endsOn,
    currency: pilot.currency,
    budgetMinor: pilot.budgetMinor,
    facts: facts
      ? {
          registeredDeals: Number(facts.registeredDeals),
          wonDeals: Number(facts.wonDeals),
          sales: Number(facts.sales),
          paidMinor: facts.paidMinor,
          refundMinor: facts.refundMinor,
          refundPpm: refundPpm(facts),
          costMinor: facts.costMinor,
          rewardMinor: facts.rewardMinor,
          spentMinor: facts.spentMinor,
          marginMinor: marginOf(facts),
        }
      : null,
    met: judged ? judged.criteria.filter((one) => one.isMet).length : null,
    criteriaCount: asked,
    verdict: pilot.verdict,
    reason: pilot.reason,
    decidedAt: pilot.decidedAt,
  };
}

/** Of a draft nothing is judged: its terms are not agreed yet. */
export async function showPilots(tx: Tx, pilots: readonly NamedPilot[]) {
  const today = businessDateOf(tx.now(), tx.zone);
  const criteria = Map.groupBy(
    await criteriaOf(
      tx,
      pilots.map(({ id }) => id),
    ),
    ({ pilotId }) => pilotId,
  );
  const shown = [];
  for (const pilot of pilots) {
    const own = criteria.get(pilot.id) ?? [];
    const judged = pilot.lockedAt === null ? null : await judge(tx, pilot, own);
    shown.push(present(pilot, judged, today, own.length));
  }
  return shown;
}

export async function showPilot(tx: Tx, pilot: NamedPilot) {
  const today = businessDateOf(tx.now(), tx.zone);
  const criteria = await criteriaOf(tx, [pilot.id]);
  const judged = pilot.lockedAt === null ? null : await judge(tx, pilot, criteria);
  const partner = await knownPartner(tx, pilot.partnerId);
  const { id: pilotId, partnerId } = pilot;
  const kept = () =>
    keeps(tx, partner) || new Refusal('not_permitted', 'directory.partner_of_another_manager', { partnerId });
  const isDraft = () =>
    pilot.lockedAt === null || new Refusal('not_now', 'onboarding.pilot_locked', { pilotId });
  const isRunning = () =>
    (pilot.lockedAt !== null && pilot.verdict === null) ||
    new Refusal('not_now', 'onboarding.pilot_not_running', { pilotId });
  return {
    ...present(pilot, judged, today, criteria.length),
    lockedAt: pilot.lockedAt,
    priceMinor: pilot.priceMinor,
    costMinor: pilot.costMinor,
    rewardMinor: pilot.rewardMinor,
    planned: planned(pilot),
    criteria: criteria.map(({ metric, comparison, target }, place) => ({
      metric,
      comparison,
      target,
      found: judged?.criteria[place]?.found ?? null,
      isMet: judged?.criteria[place]?.isMet ?? null,
    })),
    can: {
      change: ability(() => permit(tx, rights, 'pilot.write'), kept, isDraft),
      lock: ability(() => permit(tx, rights, 'pilot.write'), kept, isDraft),
      decide: ability(() => permit(tx, rights, 'pilot.decide'), kept, isRunning),
    },
  };
}
