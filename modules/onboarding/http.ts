import { ability, facesOf, keeps, knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { Refusal, refuse } from '@mosty/kernel/refusal';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import { standingOf } from '@mosty/lifecycle';
import * as api from './contract.ts';
import { SHIPPED_PATH } from './domain/shipped/path.ts';
import { rights } from './policy.ts';
import './service/conveyor.ts';
import { chooseScenario, recordLiveSession } from './service/lead.ts';
import './service/names.ts';
import { pathNow, publishPath } from './service/path-now.ts';
import { changePilot, decidePilot, draftPilot, lockPilot } from './service/pilots.ts';
import './service/portal-tasks.ts';
import { planLaunch } from './service/plan-launch.ts';
import { showLaunch, showLaunches } from './service/show-launch.ts';
import { showOwnPilot } from './service/show-own-pilot.ts';
import { showPilot, showPilots } from './service/show-pilot.ts';
import { silentBefore } from './service/tell-silent.ts';
import { answerTest, changeStep, markStep } from './service/walk.ts';
import { dropOff } from './store/first-results.ts';
import { kindsOf, lastLaunch, pageOfLaunches } from './store/launches.ts';
import { namedPilot, pageOfPilots } from './store/pilots.ts';

const todayOf = (tx: Tx) => businessDateOf(tx.now(), tx.zone);

export const onboardingRoutes: readonly Served[] = [
  serve(api.listLaunches, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'launch.read_all');
      const rows = await pageOfLaunches(tx, {
        kind: query.kind,
        silentBefore: query.show === 'silent' ? silentBefore(todayOf(tx)) : null,
        after: decodeCursor(query.cursor),
        limit: query.limit,
      });
      const page = pageFrom(rows, query.limit, (row) => ({ value: row.touchedOn, id: row.id }));
      return { ...page, items: await showLaunches(tx, page.items) };
    }),
  ),
  serve(api.readDropOff, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'launch.read_all');
      return { items: await dropOff(tx, addDays(todayOf(tx), -365)) };
    }),
  ),
  serve(api.readLaunch, (ctx, { params }) => launchOf(ctx, params.partnerId)),
  serve(api.planLaunch, async (ctx, { params, body }) => {
    await planLaunch(ctx, { ...params, ...body });
    return launchOf(ctx, params.partnerId);
  }),
  serve(api.changeStep, async (ctx, { params, body }) => {
    await changeStep(ctx, { ...params, ...body });
    return launchOf(ctx, params.partnerId);
  }),
  serve(api.markStep, async (ctx, { params, body }) => {
    await markStep(ctx, { ...params, mark: body });
    return launchOf(ctx, params.partnerId);
  }),
  serve(api.answerTest, async (ctx, { params, body }) => {
    await answerTest(ctx, { ...params, ...body });
    return launchOf(ctx, params.partnerId);
  }),
  serve(api.chooseScenario, async (ctx, { params, body }) => {
    await chooseScenario(ctx, { ...params, ...body });
    return launchOf(ctx, params.partnerId);
  }),
  serve(api.recordLiveSession, async (ctx, { params, body }) => {
    await recordLiveSession(ctx, { ...params, ...body });
    return launchOf(ctx, params.partnerId);
  }),
  serve(api.readLaunchPath, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'launch.read_all');
      return { ...(await pathNow(tx)), shipped: SHIPPED_PATH };
    }),
  ),
  serve(api.publishLaunchPath, (ctx, { body }) => publishPath(ctx, body)),
  serve(api.listPilots, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'pilot.read');
      const { cursor, ...asked } = query;
      const rows = await pageOfPilots(tx, { ...asked, after: decodeCursor(cursor) });
      const page = pageFrom(rows, query.limit, (row) => ({ value: row.endsOn, id: row.id }));
      return { ...page, items: await showPilots(tx, page.items) };
    }),
  ),
  serve(api.readPilot, (ctx, { params }) => pilotOf(ctx, params.pilotId)),
  serve(api.readPartnerPilot, (ctx, { params }) =>
    look(ctx, async (tx) => ({ pilot: await showOwnPilot(tx, params.partnerId) })),
  ),
  serve(api.draftPilot, async (ctx, { params, body }) =>
    pilotOf(ctx, (await draftPilot(ctx, { ...body, ...params })).id),
  ),
  serve(api.changePilot, async (ctx, { params, body }) => {
    await changePilot(ctx, { ...body, ...params });
    return pilotOf(ctx, params.pilotId);
  }),
  serve(api.lockPilot, async (ctx, { params }) => {
    await lockPilot(ctx, params);
    return pilotOf(ctx, params.pilotId);
  }),
  serve(api.decidePilot, async (ctx, { params, body }) => {
    await decidePilot(ctx, { ...params, ...body });
    return pilotOf(ctx, params.pilotId);
  }),
];

function launchOf(ctx: Context, partnerId: Id<'partner'>) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'launch.read');
    const partner = await knownPartner(tx, partnerId);
    const stage = (await standingOf(tx, [partnerId])).get(partnerId)?.stage ?? null;
    const launch = await lastLaunch(tx, partnerId);
    const lead = ability(
      () => permit(tx, rights, 'launch.lead'),
      () =>
        keeps(tx, partner) ||
        new Refusal('not_permitted', 'directory.partner_of_another_manager', { partnerId }),
    );
    const isOpen = launch !== null && launch.closedOn === null;
    return {
      partner: { id: partner.id, name: partner.name },
      stage,
      launch:
        launch && stage
          ? await showLaunch(tx, { ...launch, partnerName: partner.name, stage }, lead === true)
          : null,
      kinds: await kindsOf(tx, partnerId),
      faces: (await facesOf(tx, [partnerId])).map(({ id, name, side }) => ({ id, name, side })),
      can: {
        lead,
        plan:
          lead === true
            ? ability(
                () =>
                  stage === 'agreed' ||
                  stage === 'launch' ||
                  new Refusal('not_now', 'onboarding.not_agreed', { stage }),
                () => !isOpen || new Refusal('conflict', 'onboarding.planned_already', { partnerId }),
              )
            : lead,
      },
    };
  });
}

function pilotOf(ctx: Context, pilotId: Id<'pilot'>) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'pilot.read');
    const pilot =
      (await namedPilot(tx, pilotId)) ?? refuse('not_found', 'onboarding.pilot_unknown', { pilotId });
    return showPilot(tx, pilot);
  });
}
