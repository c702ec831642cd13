import { knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { beyondPartner } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { OUR_METRICS } from '../contract/pilot.ts';
import { rights } from '../policy.ts';
import { criteriaOf, lastLockedPilot } from '../store/pilots.ts';
import { judge } from './pilot-facts.ts';
import { stateOf } from './show-pilot.ts';

/** What was agreed with the partner and how it goes. A draft is ours alone, and so are figures of our own money. */
export async function showOwnPilot(tx: Tx, partnerId: Id<'partner'>) {
  permit(tx, rights, 'launch.read');
  await knownPartner(tx, partnerId);
  const pilot = await lastLockedPilot(tx, partnerId);
  if (!pilot) return null;
  const criteria = await criteriaOf(tx, [pilot.id]);
  // Counted from our costs as well: the partner reads only what became of them.
  const judged = await beyondPartner(tx, () => judge(tx, pilot, criteria));
  return {
    id: pilot.id,
    state: stateOf(pilot, businessDateOf(tx.now(), tx.zone)),
    volume: pilot.volume,
    startsOn: pilot.startsOn,
    endsOn: pilot.endsOn,
    currency: pilot.currency,
    sales: Number(judged.facts.sales),
    rewardMinor: judged.facts.rewardMinor,
    criteria: judged.criteria.map(({ metric, comparison, target, found, isMet }) => {
      const isOurs = OUR_METRICS.some((one) => one === metric);
      return { metric, comparison, target: isOurs ? null : target, found: isOurs ? null : found, isMet };
    }),
    verdict: pilot.verdict,
  };
}
