import type { Kind } from '@mosty/agreements/contract';
import { addWorkingDays } from '@mosty/country-ru';
import { facesOf, keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDate, businessDateOf } from '@mosty/kernel/time';
import { standingOf, tryMove } from '@mosty/lifecycle';
import { layOut } from '../domain/steps.ts';
import { rights } from '../policy.ts';
import { beginLaunch, closeLaunch, insertLaunch, openLaunch, type LaunchRecord } from '../store/launches.ts';
import { dropDraft } from '../store/pilots.ts';
import { insertSteps } from '../store/steps.ts';
import { pathNow } from './path-now.ts';

/**
 * Dates the first live step, and lays out the rest by the path of the kind. With that the gate to the launch has what it
 * asks for, and the partner goes through by itself.
 * @throws onboarding.not_agreed, onboarding.planned_already, onboarding.day_passed
 */
export function planLaunch(
  ctx: Context,
  input: { readonly partnerId: Id<'partner'>; readonly kind: Kind; readonly firstStepOn: string },
): Promise<LaunchRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'launch.lead');
    const { partnerId, kind } = input;
    await keptPartner(tx, partnerId);
    const today = businessDateOf(tx.now(), tx.zone);
    const firstOn = businessDate(input.firstStepOn);
    if (firstOn < today) refuse('invalid', 'onboarding.day_passed', { day: firstOn });
    const stage = (await standingOf(tx, [partnerId])).get(partnerId)?.stage ?? null;
    if (stage !== 'agreed' && stage !== 'launch') refuse('not_now', 'onboarding.not_agreed', { stage });
    const before = await openLaunch(tx, partnerId, { lock: true });
    // What is left of a way before: the partner was taken over and has come to the beginning again.
    if (before && before.beganOn !== null && stage === 'agreed') {
      await closeLaunch(tx, partnerId, { on: today, outcome: 'left' });
      await dropDraft(tx, partnerId);
    } else if (before) refuse('conflict', 'onboarding.planned_already', { partnerId });
    const { version, body } = await pathNow(tx);
    const launch: LaunchRecord = {
      id: tx.id('launch'),
      partnerId,
      kind,
      pathVersion: version,
      scenarioId: null,
      createdAt: tx.now(),
      beganOn: null,
      closedOn: null,
      outcome: null,
      touchedOn: today,
    };
    await insertLaunch(tx, launch);
    const faces = await facesOf(tx, [partnerId]);
    await insertSteps(
      tx,
      layOut(body, kind, firstOn, addWorkingDays).map(({ position, step, dueOn }) => ({
        launchId: launch.id,
        partnerId,
        code: step.code,
        position,
        part: step.part,
        side: step.side,
        told: { ru: step.ru, en: step.en, questions: step.questions },
        dueOn,
        ownerFaceId: faces.find((face) => face.side === step.side && face.isMain)?.id ?? null,
        openedAt: null,
        doneAt: null,
        doneBy: null,
        proof: null,
      })),
    );
    tx.audit({ verb: 'onboarding.plan_launch', subject: partnerId, change: { kind, firstOn, version } });
    tx.emit({ type: 'launch.planned', partnerId, launchId: launch.id });
    if (stage === 'launch') await beginLaunch(tx, partnerId, today);
    else await tryMove(tx, partnerId, 'launch');
    return launch;
  });
}
