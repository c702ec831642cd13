import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDate, businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { scenarioById, setScenario, touchLaunch } from '../store/launches.ts';
import { insertSession, type SessionRecord } from '../store/steps.ts';
import { keptLaunch } from './kept-launch.ts';

/** What the two sides offer together (S3.5). @throws onboarding.scenario_unknown */
export function chooseScenario(
  ctx: Context,
  input: { readonly partnerId: Id<'partner'>; readonly scenarioId: Id<'scenario'> },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'launch.lead');
    const launch = await keptLaunch(tx, input.partnerId);
    const scenario = await scenarioById(tx, input.scenarioId);
    if (!scenario || scenario.archivedAt !== null)
      refuse('not_found', 'onboarding.scenario_unknown', { scenarioId: input.scenarioId });
    await setScenario(tx, launch.id, scenario.id);
    tx.audit({
      verb: 'onboarding.choose_scenario',
      subject: input.partnerId,
      change: { scenarioId: scenario.id },
    });
  });
}

/** A talk in person: it is a touch of the day on which it was held. @throws onboarding.talk_not_held_yet */
export function recordLiveSession(
  ctx: Context,
  input: { readonly partnerId: Id<'partner'> } & Omit<SessionRecord, 'id' | 'notes'> & {
      readonly notes?: string | null | undefined;
    },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'launch.lead');
    const { partnerId, notes, ...told } = input;
    const launch = await keptLaunch(tx, partnerId);
    const today = businessDateOf(tx.now(), tx.zone);
    if (told.heldOn > today) refuse('invalid', 'onboarding.talk_not_held_yet', { day: told.heldOn });
    const id = tx.id('live_session');
    await insertSession(tx, launch, { ...told, id, notes: notes ?? null });
    await touchLaunch(tx, launch.id, businessDate(told.heldOn));
    tx.audit({
      verb: 'onboarding.record_session',
      subject: partnerId,
      change: { sessionId: id, heldOn: told.heldOn },
    });
  });
}
