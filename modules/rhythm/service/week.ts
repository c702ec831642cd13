import { keptPartner } from '@mosty/directory';
import { namesOfTeam, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { EffortKind, Purpose } from '../contract/week.ts';
import { mondayOf } from '../domain/monday.ts';
import { rights } from '../policy.ts';
import { closeStep, insertNote, insertStep, insertTouches, lockOpenStep } from '../store/week.ts';
import { touch } from './touch.ts';

export interface StepWords {
  readonly text: string;
  readonly ownerMemberId?: Id<'member'> | null | undefined;
  readonly dueOn: string;
}

/**
 * The week with a partner: one fix and one next step, whose owner is one of us, with a day (S0.53).
 * @throws directory.partner_unknown, directory.partner_of_another_manager, rhythm.step_needs_owner, rhythm.step_in_past
 */
export function writeWeek(
  ctx: Context,
  input: { partnerId: Id<'partner'>; fix: string; step: StepWords; minutes: number },
): Promise<{ id: Id<'weekly_note'>; nextStepId: Id<'next_step'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.write');
    const { id: partnerId } = await keptPartner(tx, input.partnerId);
    const nextStepId = await addStep(tx, partnerId, input.step, null);
    const id = tx.id('weekly_note');
    await insertNote(tx, {
      id,
      partnerId,
      weekOf: mondayOf(businessDateOf(tx.now(), tx.zone)),
      fix: input.fix,
      nextStepId,
      writtenAt: tx.now(),
      writtenBy: tx.actor.id,
    });
    await touch(tx, partnerId, { kind: 'note', minutes: input.minutes, ofId: id });
    tx.audit({ verb: 'rhythm.write_week', subject: partnerId, change: { noteId: id, nextStepId } });
    tx.emit({ type: 'week.written', partnerId, noteId: id, nextStepId });
    return { id, nextStepId };
  });
}

/** One step with an owner of ours and a day that is not over. */
export async function addStep(
  tx: Tx,
  partnerId: Id<'partner'>,
  step: StepWords,
  sessionId: Id<'session'> | null,
): Promise<Id<'next_step'>> {
  const asked = step.ownerMemberId ?? (tx.actor.type === 'person' ? tx.actor.id : null);
  const owner = asked !== null && (await namesOfTeam(tx, [asked])).has(asked) ? asked : null;
  if (owner === null) return refuse('invalid', 'rhythm.step_needs_owner', {});
  if (step.dueOn < businessDateOf(tx.now(), tx.zone)) refuse('invalid', 'rhythm.step_in_past', {});
  const id = tx.id('next_step');
  const { text, dueOn } = step;
  await insertStep(tx, { id, partnerId, text, ownerMember: owner, dueOn, sessionId, doneAt: null });
  return id;
}

/** @throws rhythm.step_unknown */
export function finishNextStep(ctx: Context, input: { nextStepId: Id<'next_step'> }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.write');
    await close(tx, input.nextStepId, 'done');
  });
}

/** @throws rhythm.step_unknown */
export function dropNextStep(
  ctx: Context,
  input: { nextStepId: Id<'next_step'>; reason: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.write');
    await close(tx, input.nextStepId, 'dropped', input.reason);
  });
}

async function close(tx: Tx, id: Id<'next_step'>, how: 'done' | 'dropped', reason?: string): Promise<void> {
  const step = (await lockOpenStep(tx, id)) ?? refuse('not_found', 'rhythm.step_unknown', { nextStepId: id });
  await keptPartner(tx, step.partnerId);
  if (!step.isOpen) return;
  await closeStep(tx, id, how);
  tx.audit({
    verb: how === 'done' ? 'rhythm.finish_next_step' : 'rhythm.drop_next_step',
    subject: step.partnerId,
    reason,
    change: { nextStepId: id },
  });
  tx.emit({ type: 'step.closed', partnerId: step.partnerId, nextStepId: id, how });
}

/** Minutes given, and what for (S1.61). @throws directory.partner_unknown, directory.partner_of_another_manager */
export function logEffort(
  ctx: Context,
  input: {
    partnerId?: Id<'partner'> | null | undefined;
    kind: EffortKind;
    minutes: number;
    purpose: Purpose;
    note?: string | null | undefined;
  },
): Promise<Id<'touch'>> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.write');
    const { kind, minutes, purpose, note = null } = input;
    const of = input.partnerId ? (await keptPartner(tx, input.partnerId)).id : null;
    const id = tx.id('touch');
    await insertTouches(tx, [{ id, partnerId: of, kind, minutes, purpose, ofId: null, note }]);
    tx.audit({ verb: 'rhythm.log_effort', subject: of ?? tx.actor.id, change: { kind, minutes, purpose } });
    tx.emit({ type: 'effort.logged', partnerId: of, minutes, purpose });
    return id;
  });
}
