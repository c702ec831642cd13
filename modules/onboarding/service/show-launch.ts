import { workingDaysBetween } from '@mosty/country-ru';
import { facesOf } from '@mosty/directory';
import { may } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { beyondPartner } from '@mosty/kernel/db';
import { businessDate, businessDateOf, daysBetween } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { firstResults, medianDays } from '../store/first-results.ts';
import { scenarioById, type NamedLaunch } from '../store/launches.ts';
import { lastAttempts, sessionsOf, stepsOf, type StepRecord } from '../store/steps.ts';
import { sideOf } from './kept-launch.ts';

/** How far each of these launches is, in one look at each table. */
export async function showLaunches(tx: Tx, launches: readonly NamedLaunch[]) {
  const ids = launches.map(({ id }) => id);
  const today = businessDateOf(tx.now(), tx.zone);
  const steps = Map.groupBy(await stepsOf(tx, ids), ({ launchId }) => launchId as string);
  const results = await firstResults(tx, ids);
  // People of a partner may know how long it usually takes, not whom.
  const medians =
    launches.length > 0 ? await beyondPartner(tx, () => medianDays(tx, today)) : new Map<string, number>();
  return launches.map((launch) => {
    const own = steps.get(launch.id) ?? [];
    const open = own.filter(({ doneAt }) => doneAt === null);
    const [next] = open;
    const result = results.get(launch.partnerId);
    return {
      id: launch.id,
      partner: { id: launch.partnerId, name: launch.partnerName },
      kind: launch.kind,
      stage: launch.stage,
      beganOn: launch.beganOn,
      days: launch.beganOn ? daysBetween(launch.beganOn, result?.on ?? today) : null,
      done: own.length - open.length,
      steps: own.length,
      next: next
        ? {
            code: next.code,
            ru: next.told.ru.title,
            en: next.told.en.title,
            side: next.side,
            dueOn: next.dueOn,
          }
        : null,
      isLate: open.some(({ dueOn }) => dueOn < today),
      touchedOn: launch.touchedOn,
      silentDays: workingDaysBetween(businessDate(launch.touchedOn), today),
      firstResult: result ? { kind: result.kind, on: result.on } : null,
      medianDays: medians.get(launch.kind) ?? null,
    };
  });
}

/** One launch with its steps, talks and scenario, as this reader may see it. */
export async function showLaunch(tx: Tx, launch: NamedLaunch, lead: boolean) {
  const [row] = await showLaunches(tx, [launch]);
  if (!row) throw new Error('one launch was shown as none');
  const side = sideOf(tx);
  const today = businessDateOf(tx.now(), tx.zone);
  const faces = new Map(
    (await facesOf(tx, [launch.partnerId])).map((face) => [face.id as string, face.name]),
  );
  const attempts = await lastAttempts(tx, launch.id);
  const isWalked = launch.beganOn !== null && launch.closedOn === null && may(tx, rights, 'launch.walk');
  const scenarioId = launch.scenarioId;
  const scenario = scenarioId ? await beyondPartner(tx, () => scenarioById(tx, scenarioId)) : null;
  const mayMark = (step: StepRecord) => isWalked && (side === 'ours' ? lead : step.side === 'theirs');
  return {
    ...row,
    plan: (await stepsOf(tx, [launch.id])).map((step) => {
      const attempt = attempts.get(step.code);
      const { ru, en, questions } = step.told;
      return {
        code: step.code,
        part: step.part,
        side: step.side,
        ru,
        en,
        questions: questions.map((one) => ({ ru: one.ru, en: one.en })),
        dueOn: step.dueOn,
        owner: step.ownerFaceId ? { id: step.ownerFaceId, name: faces.get(step.ownerFaceId) ?? '–' } : null,
        openedAt: step.openedAt,
        doneAt: step.doneAt,
        proof: step.proof,
        isLate: step.doneAt === null && step.dueOn < today,
        attempt: attempt ? { rightCount: attempt.rightCount, askedCount: attempt.askedCount } : null,
        can: { mark: mayMark(step), change: lead && launch.closedOn === null },
      };
    }),
    sessions: (await sessionsOf(tx, launch.id)).map((one) => ({
      ...one,
      notes: side === 'ours' ? one.notes : null,
    })),
    scenario: scenario && {
      id: scenario.id,
      title: scenario.title,
      audience: scenario.audience,
      moment: scenario.moment,
      words: scenario.words,
    },
  };
}
