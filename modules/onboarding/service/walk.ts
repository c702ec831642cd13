import { facesOf } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDate, businessDateOf } from '@mosty/kernel/time';
import { rightAnswers } from '../domain/steps.ts';
import { rights } from '../policy.ts';
import { touchLaunch } from '../store/launches.ts';
import { insertAttempt, lastAttempts, saveStep, type StepRecord } from '../store/steps.ts';
import { keptStep, sideOf } from './kept-launch.ts';

interface OfStep {
  readonly partnerId: Id<'partner'>;
  readonly code: string;
}
export type Mark =
  | { readonly mark: 'opened' }
  | { readonly mark: 'done'; readonly proof: string }
  | { readonly mark: 'undone'; readonly reason: string };

/**
 * How far a step is. Opened is told apart from done, and done has something to show for it (S3.39). People of a partner
 * mark their side; ours may write down what the partner told or showed.
 * @throws onboarding.step_unknown, onboarding.not_your_step, onboarding.test_first, onboarding.not_begun
 */
export function markStep(ctx: Context, input: OfStep & { readonly mark: Mark }): Promise<StepRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'launch.walk');
    const { launch, step } = await keptStep(tx, input);
    const { mark } = input;
    if (launch.beganOn === null) refuse('not_now', 'onboarding.not_begun', {});
    if (sideOf(tx) === 'theirs' && step.side === 'ours' && mark.mark !== 'opened')
      refuse('not_permitted', 'onboarding.not_your_step', {});
    // A colleague who looks has not taught the partner anything.
    if (mark.mark === 'opened' && (sideOf(tx) === 'ours' || step.openedAt !== null)) return step;
    if (mark.mark === 'undone') permit(tx, rights, 'launch.lead');
    if (mark.mark === 'done' && step.told.questions.length > 0)
      refuse('not_now', 'onboarding.test_first', { code: step.code });
    const marked: StepRecord = {
      ...step,
      ...(mark.mark === 'opened' && { openedAt: tx.now() }),
      ...(mark.mark === 'done' && doneNow(tx, mark.proof)),
      ...(mark.mark === 'undone' && { doneAt: null, doneBy: null, proof: null }),
    };
    await touched(tx, marked);
    tx.audit({
      verb: 'onboarding.mark_step',
      subject: step.partnerId,
      ...(mark.mark === 'undone' && { reason: mark.reason }),
      change: { code: step.code, mark: mark.mark },
    });
    return marked;
  });
}

/** A short test: all right, and the step is done; else it is tried again (S3.6). @throws onboarding.no_test */
export function answerTest(
  ctx: Context,
  input: OfStep & { readonly answers: readonly number[] },
): Promise<StepRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'launch.walk');
    const { launch, step } = await keptStep(tx, input);
    const asked = step.told.questions.length;
    if (launch.beganOn === null) refuse('not_now', 'onboarding.not_begun', {});
    if (asked === 0) refuse('not_now', 'onboarding.no_test', { code: step.code });
    const rightCount = rightAnswers(step.told.questions, input.answers);
    const no = ((await lastAttempts(tx, launch.id)).get(step.code)?.no ?? 0) + 1;
    await insertAttempt(tx, step, { code: step.code, no, rightCount, askedCount: asked });
    const passed = rightCount === asked && step.doneAt === null;
    const marked: StepRecord = {
      ...step,
      openedAt: step.openedAt ?? tx.now(),
      ...(passed && doneNow(tx, `${rightCount}/${asked}`)),
    };
    await touched(tx, marked);
    tx.audit({
      verb: 'onboarding.answer_test',
      subject: step.partnerId,
      change: { code: step.code, no, rightCount, asked },
    });
    return marked;
  });
}

/** Another day or another person of a step. @throws onboarding.face_unknown */
export function changeStep(
  ctx: Context,
  input: OfStep & {
    readonly dueOn?: string | undefined;
    readonly ownerFaceId?: Id<'face'> | null | undefined;
  },
): Promise<StepRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'launch.lead');
    const { step } = await keptStep(tx, input);
    const { dueOn, ownerFaceId } = input;
    if (ownerFaceId && !(await facesOf(tx, [step.partnerId])).some((face) => face.id === ownerFaceId))
      refuse('invalid', 'onboarding.face_unknown', {});
    const changed: StepRecord = {
      ...step,
      ...(dueOn !== undefined && { dueOn: businessDate(dueOn) }),
      ...(ownerFaceId !== undefined && { ownerFaceId }),
    };
    await saveStep(tx, changed);
    tx.audit({
      verb: 'onboarding.change_step',
      subject: step.partnerId,
      change: { code: step.code, dueOn: changed.dueOn, ownerFaceId: changed.ownerFaceId },
    });
    return changed;
  });
}

const doneNow = (tx: Tx, proof: string) => ({ doneAt: tx.now(), doneBy: tx.actor.id, proof });

async function touched(tx: Tx, step: StepRecord): Promise<void> {
  await saveStep(tx, step);
  await touchLaunch(tx, step.launchId, businessDateOf(tx.now(), tx.zone));
}
