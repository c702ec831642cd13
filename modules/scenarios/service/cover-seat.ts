import { knownAgreement } from '@mosty/agreements';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { saveSeat } from '../store/scenarios.ts';
import { knownScenario } from './kept-scenario.ts';

/**
 * Gives a seat to a partner by one of its agreements, or makes it a gap again.
 * @throws scenarios.scenario_unknown, scenarios.seat_unknown, agreements.agreement_unknown
 */
export function coverSeat(
  ctx: Context,
  input: { scenarioId: Id<'scenario'>; position: number; agreementId: Id<'agreement'> | null },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scenario.write');
    const { scenarioId, position, agreementId } = input;
    await knownScenario(tx, scenarioId, { lock: true });
    if (agreementId !== null) await knownAgreement(tx, agreementId);
    if (!(await saveSeat(tx, scenarioId, position, agreementId)))
      refuse('not_found', 'scenarios.seat_unknown', { position });
    tx.audit({ verb: 'scenarios.cover_seat', subject: scenarioId, change: { position, agreementId } });
  });
}
