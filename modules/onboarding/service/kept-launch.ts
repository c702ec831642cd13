import { keptPartner, knownPartner } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { StepSide } from '../contract/path.ts';
import { openLaunch, type LaunchRecord } from '../store/launches.ts';
import { stepsOf, type StepRecord } from '../store/steps.ts';

export function sideOf(tx: Pick<Tx, 'actor'>): StepSide {
  return tx.actor.type === 'person' && tx.actor.partnerId !== null ? 'theirs' : 'ours';
}

/**
 * The launch that a verb is about to change, locked. Ours change launches of partners they keep; people of a partner
 * their own.
 * @throws onboarding.launch_unknown, directory.partner_unknown, directory.partner_of_another_manager
 */
export async function keptLaunch(tx: Tx, partnerId: Id<'partner'>): Promise<LaunchRecord> {
  if (sideOf(tx) === 'ours') await keptPartner(tx, partnerId);
  else await knownPartner(tx, partnerId);
  return (
    (await openLaunch(tx, partnerId, { lock: true })) ??
    refuse('not_found', 'onboarding.launch_unknown', { partnerId })
  );
}

/** @throws onboarding.step_unknown, and what `keptLaunch` throws */
export async function keptStep(
  tx: Tx,
  { partnerId, code }: { readonly partnerId: Id<'partner'>; readonly code: string },
): Promise<{ launch: LaunchRecord; step: StepRecord }> {
  const launch = await keptLaunch(tx, partnerId);
  const step =
    (await stepsOf(tx, [launch.id])).find((one) => one.code === code) ??
    refuse('not_found', 'onboarding.step_unknown', { code });
  return { launch, step };
}
