import { keptPartner } from '@mosty/directory';
import { findWorkspace, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDate } from '@mosty/kernel/time';
import { moveStage } from '@mosty/lifecycle';
import type { Stage } from '@mosty/lifecycle/contract';
import type { PilotTerms, PilotVerdict } from '../contract/pilot.ts';
import { planned } from '../domain/pilot.ts';
import { rights } from '../policy.ts';
import { openLaunch } from '../store/launches.ts';
import { lockedPilot, lockTerms, openPilot, savePilot, type PilotRecord } from '../store/pilots.ts';

/**
 * Terms of the next pilot of a partner in launch; one at a time.
 * @throws onboarding.launch_first, onboarding.pilot_open_already, and what is wrong with the terms
 */
export function draftPilot(
  ctx: Context,
  { partnerId, ...terms }: PilotTerms & { readonly partnerId: Id<'partner'> },
): Promise<PilotRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'pilot.write');
    await keptPartner(tx, partnerId);
    const launch =
      (await openLaunch(tx, partnerId, { lock: true })) ??
      refuse('not_now', 'onboarding.launch_first', { partnerId });
    const before = await openPilot(tx, partnerId);
    if (before) refuse('conflict', 'onboarding.pilot_open_already', { pilotId: before.id });
    const pilot = await write(tx, { id: tx.id('pilot'), partnerId, launchId: launch.id }, terms);
    tx.audit({ verb: 'onboarding.draft_pilot', subject: partnerId, change: { pilotId: pilot.id } });
    return pilot;
  });
}

/** Other terms, while nothing is locked. @throws onboarding.pilot_unknown, onboarding.pilot_locked */
export function changePilot(
  ctx: Context,
  { pilotId, ...terms }: PilotTerms & { readonly pilotId: Id<'pilot'> },
): Promise<PilotRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'pilot.write');
    const { id, partnerId, launchId } = await draftOf(tx, pilotId);
    const pilot = await write(tx, { id, partnerId, launchId }, terms);
    tx.audit({ verb: 'onboarding.change_pilot', subject: partnerId, change: { pilotId } });
    return pilot;
  });
}

/**
 * From here on nobody changes the terms: the database refuses (S0.61).
 * @throws onboarding.pilot_unknown, onboarding.pilot_locked, onboarding.pilot_does_not_pay
 */
export function lockPilot(ctx: Context, { pilotId }: { readonly pilotId: Id<'pilot'> }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'pilot.write');
    const pilot = await draftOf(tx, pilotId);
    const margin = planned(pilot).marginMinor;
    if (margin < 0n)
      refuse('not_now', 'onboarding.pilot_does_not_pay', {
        marginMinor: Number(margin),
        currency: pilot.currency,
      });
    await lockTerms(tx, pilot.id);
    tx.audit({ verb: 'onboarding.lock_pilot', subject: pilot.partnerId, change: { pilotId } });
    tx.emit({ type: 'pilot.locked', partnerId: pilot.partnerId, pilotId });
  });
}

const LEADS_TO: Readonly<Record<PilotVerdict, Stage>> = {
  scale: 'working',
  rework: 'launch',
  part: 'leaving',
};

/**
 * The verdict is a step of the conveyor: its gate looks at the facts, and going through it writes the verdict down.
 * @throws onboarding.pilot_unknown, onboarding.pilot_not_running, and refusals of the gate
 */
export function decidePilot(
  ctx: Context,
  input: {
    readonly pilotId: Id<'pilot'>;
    readonly verdict: PilotVerdict;
    readonly reasonCode?: string | null | undefined;
    readonly note: string;
  },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'pilot.decide');
    const pilot = await known(tx, input.pilotId);
    if (pilot.lockedAt === null || pilot.verdict !== null)
      refuse('not_now', 'onboarding.pilot_not_running', { pilotId: pilot.id });
    tx.audit({
      verb: 'onboarding.decide_pilot',
      subject: pilot.partnerId,
      reason: input.note,
      change: { pilotId: pilot.id, verdict: input.verdict },
    });
    await moveStage(tx, {
      partnerId: pilot.partnerId,
      to: LEADS_TO[input.verdict],
      details: { note: input.note, ...(input.reasonCode ? { reasonCode: input.reasonCode } : {}) },
    });
  });
}

async function known(tx: Tx, pilotId: Id<'pilot'>): Promise<PilotRecord> {
  const pilot =
    (await lockedPilot(tx, pilotId)) ?? refuse('not_found', 'onboarding.pilot_unknown', { pilotId });
  await keptPartner(tx, pilot.partnerId);
  return pilot;
}

async function draftOf(tx: Tx, pilotId: Id<'pilot'>): Promise<PilotRecord> {
  const pilot = await known(tx, pilotId);
  if (pilot.lockedAt !== null) refuse('not_now', 'onboarding.pilot_locked', { pilotId });
  return pilot;
}

async function write(
  tx: Tx,
  whose: Pick<PilotRecord, 'id' | 'partnerId' | 'launchId'>,
  terms: PilotTerms,
): Promise<PilotRecord> {
  if (terms.endsOn <= terms.startsOn)
    refuse('invalid', 'onboarding.pilot_without_days', { from: terms.startsOn, to: terms.endsOn });
  const named = terms.criteria.map(({ metric, comparison }) => `${metric} ${comparison}`);
  const twice = terms.criteria.find((_one, place) => named.indexOf(named[place] ?? '') !== place);
  if (twice) refuse('invalid', 'onboarding.criterion_twice', { metric: twice.metric });
  const pilot: PilotRecord = {
    ...whose,
    volume: terms.volume,
    startsOn: businessDate(terms.startsOn),
    endsOn: businessDate(terms.endsOn),
    currency: (await findWorkspace(tx))?.currency ?? 'RUB',
    budgetMinor: BigInt(terms.budgetMinor),
    priceMinor: BigInt(terms.priceMinor),
    costMinor: BigInt(terms.costMinor),
    rewardMinor: BigInt(terms.rewardMinor),
    lockedAt: null,
    verdict: null,
    reason: null,
    decidedAt: null,
  };
  const criteria = terms.criteria.map((one) => ({ ...one, target: BigInt(one.target) }));
  const pays = { metric: 'margin_minor', comparison: 'at_least', target: 0n } as const;
  // Nobody scales a loss, whatever else was agreed (S0.44).
  const asked = named.includes('margin_minor at_least') ? criteria : [...criteria, pays];
  await savePilot(tx, pilot, asked);
  return pilot;
}
