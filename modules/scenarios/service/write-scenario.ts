import { knownAgreement } from '@mosty/agreements';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type * as z from 'zod';
import type { scenarioInput } from '../contract.ts';
import { rights } from '../policy.ts';
import { replaceSeats, saveScenario, type ScenarioRecord } from '../store/scenarios.ts';
import { knownScenario } from './kept-scenario.ts';

export type WriteScenario = z.output<typeof scenarioInput>;

export function createScenario(ctx: Context, input: WriteScenario): Promise<ScenarioRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scenario.write');
    const { seats, ...told } = input;
    const scenario: ScenarioRecord = {
      ...told,
      id: tx.id('scenario'),
      createdAt: tx.now(),
      createdBy: tx.actor.id,
      archivedAt: null,
    };
    await write(tx, scenario, seats);
    tx.audit({ verb: 'scenarios.create_scenario', subject: scenario.id, change: { seats: seats.length } });
    return scenario;
  });
}

/** @throws scenarios.scenario_unknown, agreements.agreement_unknown */
export function changeScenario(
  ctx: Context,
  input: WriteScenario & { scenarioId: Id<'scenario'> },
): Promise<ScenarioRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scenario.write');
    const { seats, scenarioId, ...told } = input;
    const scenario = { ...(await knownScenario(tx, scenarioId, { lock: true })), ...told };
    await write(tx, scenario, seats);
    tx.audit({ verb: 'scenarios.change_scenario', subject: scenario.id, change: { seats: seats.length } });
    return scenario;
  });
}

async function write(tx: Tx, scenario: ScenarioRecord, seats: WriteScenario['seats']): Promise<void> {
  for (const { agreementId } of seats) if (agreementId) await knownAgreement(tx, agreementId);
  await saveScenario(tx, scenario);
  await replaceSeats(tx, scenario.id, seats);
}

/** Puts it away or brings it back; nothing of it is lost. */
export function archiveScenario(
  ctx: Context,
  input: { scenarioId: Id<'scenario'>; archived: boolean },
): Promise<ScenarioRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scenario.write');
    const scenario = await knownScenario(tx, input.scenarioId, { lock: true });
    if ((scenario.archivedAt !== null) === input.archived) return scenario;
    const changed = { ...scenario, archivedAt: input.archived ? tx.now() : null };
    await saveScenario(tx, changed);
    tx.audit({
      verb: input.archived ? 'scenarios.archive_scenario' : 'scenarios.restore_scenario',
      subject: scenario.id,
    });
    return changed;
  });
}
