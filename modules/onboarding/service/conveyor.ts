import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { defineEvidence, definePassageEffect, type Passed } from '@mosty/lifecycle';
import type { Finding, Missing, Seen } from '@mosty/lifecycle/contract';
import { BEFORE_PILOT } from '../contract/path.ts';
import { beginLaunch, closeLaunch, openLaunch, scenarioById } from '../store/launches.ts';
import { criteriaOf, dropDraft, openPilot, settlePilot } from '../store/pilots.ts';
import { stepsOf } from '../store/steps.ts';
import { judge } from './pilot-facts.ts';

/** What gates find in launches and pilots, and what going through them does to both. */
const MANAGER: Missing['roles'] = ['manager', 'head'];
const seen = (code: string, params: Seen['params']): Seen => ({ code: `onboarding.${code}`, params });
const met = (...rows: Seen[]): Finding => ({ met: true, rows, missing: [] });
const lacks = (
  code: string,
  to: string,
  { params = {}, roles = MANAGER }: Partial<Pick<Missing, 'params' | 'roles'>> = {},
): Missing => ({ code: `onboarding.${code}`, params, roles, to });
const unmet = (...missing: Missing[]): Finding => ({ met: false, rows: [], missing });

const launchPage = (partnerId: string) => `/launch/${partnerId}`;

defineEvidence('first_step_dated', async (tx, { partnerId }) => {
  const launch = await openLaunch(tx, partnerId);
  const [first] = launch ? await stepsOf(tx, [launch.id]) : [];
  return first
    ? met(seen('first_step', { on: first.dueOn }))
    : unmet(lacks('no_first_step', launchPage(partnerId)));
});

/** Everything before the pilot is done, each step with its proof; opened is not done (S3.39, S3.40). */
defineEvidence('launch_steps', async (tx, { partnerId }) => {
  const launch = await openLaunch(tx, partnerId);
  const page = launchPage(partnerId);
  if (!launch) return unmet(lacks('no_launch', page));
  const asked = (await stepsOf(tx, [launch.id])).filter(({ part }) => BEFORE_PILOT.includes(part));
  const open = asked.filter(({ doneAt }) => doneAt === null);
  if (open.length === 0) return met(seen('steps_done', { count: asked.length }));
  return unmet(
    ...(['ours', 'theirs'] as const).flatMap((side) => {
      const count = open.filter((step) => step.side === side).length;
      const roles: Missing['roles'] = side === 'ours' ? MANAGER : [...MANAGER, 'partner_owner'];
      return count > 0 ? [lacks(`steps_open_${side}`, page, { params: { count }, roles })] : [];
    }),
  );
});

/** To whom, when and in what words: a scenario without them is only a title (S3.5). */
defineEvidence('scenario_chosen', async (tx, { partnerId }) => {
  const launch = await openLaunch(tx, partnerId);
  const scenario = launch?.scenarioId ? await scenarioById(tx, launch.scenarioId) : null;
  if (!scenario || scenario.archivedAt !== null) return unmet(lacks('no_scenario', launchPage(partnerId)));
  if (!scenario.audience || !scenario.moment || !scenario.words)
    return unmet(lacks('scenario_thin', `/scenarios/${scenario.id}`));
  return met(seen('scenario', { scenarioId: scenario.id }));
});

defineEvidence('pilot_locked', async (tx, { partnerId }) => {
  const pilot = await openPilot(tx, partnerId);
  if (!pilot) return unmet(lacks('no_pilot', `/pilots?new=${partnerId}`));
  if (pilot.lockedAt === null) return unmet(lacks('pilot_not_locked', `/pilots/${pilot.id}`));
  return met(
    seen('pilot_locked', {
      pilotId: pilot.id,
      count: pilot.volume,
      endsOn: pilot.endsOn,
    }),
  );
});

/** By facts, and only when the days are over or the whole volume is taken (S0.61). */
defineEvidence('pilot_met', async (tx, { partnerId }) => {
  const pilot = await openPilot(tx, partnerId);
  if (!pilot || pilot.lockedAt === null) return unmet(lacks('no_pilot', '/pilots'));
  const page = `/pilots/${pilot.id}`;
  const { criteria, isOver } = await judge(tx, pilot, await criteriaOf(tx, [pilot.id]));
  const failed = criteria.filter((one) => !one.isMet).length;
  if (failed > 0)
    return unmet(lacks('criteria_not_met', page, { params: { count: failed, all: criteria.length } }));
  if (!isOver) return unmet(lacks('pilot_not_over', page, { params: { endsOn: pilot.endsOn } }));
  return met(seen('criteria_met', { count: criteria.length, pilotId: pilot.id }));
});

const todayOf = (tx: Tx) => businessDateOf(tx.now(), tx.zone);
const wordOf = ({ details }: Passed) => details.note ?? details.reasonCode ?? '–';

definePassageEffect('agreed', 'launch', (tx, { partnerId }) => beginLaunch(tx, partnerId, todayOf(tx)));

definePassageEffect('pilot', 'working', async (tx, passed) => {
  await settlePilot(tx, passed.partnerId, { verdict: 'scale', reason: wordOf(passed) });
  await closeLaunch(tx, passed.partnerId, { on: todayOf(tx), outcome: 'working' });
});

definePassageEffect('pilot', 'launch', (tx, passed) =>
  settlePilot(tx, passed.partnerId, { verdict: 'rework', reason: wordOf(passed) }),
);

async function endWay(tx: Tx, passed: Passed): Promise<void> {
  const partnerId: Id<'partner'> = passed.partnerId;
  await dropDraft(tx, partnerId);
  await settlePilot(tx, partnerId, { verdict: 'part', reason: wordOf(passed) });
  await closeLaunch(tx, partnerId, { on: todayOf(tx), outcome: 'left' });
}
definePassageEffect('*', 'leaving', endWay);
definePassageEffect('*', 'stop_listed', endWay);
