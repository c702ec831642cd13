import { knownPartner } from '@mosty/directory';
import { namesOfMembers, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { addDays, businessDate, daysBetween, startOfDay } from '@mosty/kernel/time';
import * as api from './contract.ts';
import { rights } from './policy.ts';
import { calendarOf } from './service/calendar.ts';
import { touchesOf } from './service/touches.ts';
import { makeFeed } from './service/feed.ts';
import { addPlanItem, changePlanItem, settlePlanItem } from './service/plan.ts';
import {
  presentNotes,
  presentPlan,
  presentPublication,
  presentSessions,
  presentSteps,
} from './service/present.ts';
import {
  addPublication,
  changePublication,
  releasePublication,
  reportPublication,
} from './service/publications.ts';
import { holdSession, noteSession, planSession } from './service/sessions.ts';
import { recordExchange, thankPartner } from './service/value.ts';
import { dropNextStep, finishNextStep, logEffort, writeWeek } from './service/week.ts';
import { namedPlan, PLAN_ROWS, planItems } from './store/plan.ts';
import { PUBLICATION_ROWS, publicationsOf } from './store/publications.ts';
import { SESSION_ROWS, sessionsOf } from './store/sessions.ts';
import { exchangesOf, recognitionsOf, VALUE_ROWS } from './store/value.ts';
import { effortsBetween, pageOfNotes, pageOfSteps, stepsById } from './store/week.ts';

const DAYS_MAX = 100;

export const rhythmRoutes: readonly Served[] = [
  serve(api.listPlanItems, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'plan.read');
      const rows = await planItems(tx, query);
      return {
        items: await presentPlan(tx, rows.slice(0, PLAN_ROWS)),
        isWhole: rows.length <= PLAN_ROWS,
      };
    }),
  ),
  serve(api.addPlanItem, async (ctx, { body }) => planOf(ctx, (await addPlanItem(ctx, body)).id)),
  serve(api.changePlanItem, async (ctx, { params, body }) =>
    planOf(ctx, (await changePlanItem(ctx, { ...params, ...body })).id),
  ),
  serve(api.settlePlanItem, async (ctx, { params, body }) =>
    planOf(ctx, (await settlePlanItem(ctx, { ...params, ...body })).id),
  ),
  serve(api.listPublications, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'plan.read');
      const rows = await publicationsOf(tx, query);
      return {
        items: rows.slice(0, PUBLICATION_ROWS).map(presentPublication),
        isWhole: rows.length <= PUBLICATION_ROWS,
      };
    }),
  ),
  serve(api.addPublication, async (ctx, { body }) =>
    publicationOf(ctx, (await addPublication(ctx, body)).id),
  ),
  serve(api.changePublication, async (ctx, { params, body }) =>
    publicationOf(ctx, (await changePublication(ctx, { ...params, ...body })).id),
  ),
  serve(api.releasePublication, async (ctx, { params, body }) =>
    publicationOf(ctx, (await releasePublication(ctx, { ...params, ...body })).id),
  ),
  serve(api.reportPublication, async (ctx, { params, body }) =>
    publicationOf(ctx, (await reportPublication(ctx, { ...params, ...body })).id),
  ),
  serve(api.listWeeklyNotes, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'week.read');
      const { cursor, ...asked } = query;
      const rows = await pageOfNotes(tx, { ...asked, after: decodeCursor(cursor) });
      const page = pageFrom(rows, query.limit, (row) => ({
        value: row.writtenAt.toISOString(),
        id: row.id,
      }));
      return { ...page, items: await presentNotes(tx, page.items) };
    }),
  ),
  serve(api.writeWeek, async (ctx, { body }) => {
    const { id } = await writeWeek(ctx, body);
    return look(ctx, async (tx) => {
      const [note] = await presentNotes(tx, await pageOfNotes(tx, { id, after: null, limit: 1 }));
      return note ?? refuse('not_found', 'rhythm.step_unknown', { nextStepId: id });
    });
  }),
  serve(api.listNextSteps, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'week.read');
      const { cursor, ...asked } = query;
      const rows = await pageOfSteps(tx, { ...asked, after: decodeCursor(cursor) });
      const page = pageFrom(rows, query.limit, (row) => ({
        value: query.show === 'open' ? row.dueOn : (row.doneAt?.toISOString() ?? ''),
        id: row.id,
      }));
      return { ...page, items: await presentSteps(tx, page.items) };
    }),
  ),
  serve(api.finishNextStep, async (ctx, { params }) => {
    await finishNextStep(ctx, params);
    return look(ctx, async (tx) => {
      const [step] = await presentSteps(tx, await stepsById(tx, [params.nextStepId]));
      return step ?? refuse('not_found', 'rhythm.step_unknown', { ...params });
    });
  }),
  serve(api.dropNextStep, async (ctx, { params, body }) => {
    await dropNextStep(ctx, { ...params, ...body });
    return { id: params.nextStepId };
  }),
  serve(api.logEffort, async (ctx, { body }) => ({ id: await logEffort(ctx, body) })),
  serve(api.readEfforts, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'week.read');
      const [from, to] = [businessDate(query.from), businessDate(query.to)];
      const rows = await effortsBetween(tx, startOfDay(from, tx.zone), startOfDay(addDays(to, 1), tx.zone));
      const names = await namesOfMembers(
        tx,
        rows.flatMap(({ member }) => member ?? []),
      );
      const all = rows.reduce((sum, { minutes }) => sum + minutes, 0);
      const kept = rows.reduce((sum, row) => sum + (row.purpose === 'acquisition' ? 0 : row.minutes), 0);
      return {
        items: rows.map(({ member, ...row }) => ({
          ...row,
          member: member === null ? null : { id: member, name: names.get(member) ?? '' },
        })),
        retentionPpm: all === 0 ? null : Math.round((kept * 1_000_000) / all),
      };
    }),
  ),
  serve(api.readValue, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'week.read');
      const { id } = await knownPartner(tx, params.partnerId);
      const exchanges = await exchangesOf(tx, id);
      const recognitions = await recognitionsOf(tx, id);
      return {
        exchanges: exchanges.slice(0, VALUE_ROWS),
        recognitions: recognitions.slice(0, VALUE_ROWS),
        breadth: new Set(exchanges.map(({ kind }) => kind)).size,
        isWhole: exchanges.length <= VALUE_ROWS && recognitions.length <= VALUE_ROWS,
      };
    }),
  ),
  serve(api.recordExchange, (ctx, { params, body }) => recordExchange(ctx, { ...params, ...body })),
  serve(api.thankPartner, (ctx, { params, body }) => thankPartner(ctx, { ...params, ...body })),
  serve(api.listSessions, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'week.read');
      const rows = await sessionsOf(tx, query);
      return {
        items: await presentSessions(tx, rows.slice(0, SESSION_ROWS)),
        isWhole: rows.length <= SESSION_ROWS,
      };
    }),
  ),
  serve(api.planSession, async (ctx, { body }) =>
    sessionOf(ctx, (await planSession(ctx, { ...body, startsAt: new Date(body.startsAt) })).id),
  ),
  serve(api.holdSession, async (ctx, { params, body }) =>
    sessionOf(ctx, (await holdSession(ctx, { ...params, ...body })).id),
  ),
  serve(api.noteSession, async (ctx, { params, body }) => {
    await noteSession(ctx, { ...params, ...body });
    return sessionOf(ctx, params.sessionId);
  }),
  serve(api.readCalendar, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'week.read');
      const { from, to } = spanOf(query.from, query.to);
      return calendarOf(tx, from, to);
    }),
  ),
  serve(api.makeFeed, (ctx) => makeFeed(ctx)),
  serve(api.readTouches, (ctx, { query: { from, to, ...asked } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'week.read');
      const span = spanOf(from, to);
      return touchesOf(tx, { ...asked, ...span });
    }),
  ),
  serve(api.makeTeamFeed, (ctx) => makeFeed(ctx, 'team')),
];

/** @throws rhythm.too_many_days */
function spanOf(first: string, last: string) {
  const [from, to] = [businessDate(first), businessDate(last)];
  const days = daysBetween(from, to);
  if (days < 0 || days > DAYS_MAX) refuse('invalid', 'rhythm.too_many_days', { max: DAYS_MAX });
  return { from, to };
}

function planOf(ctx: Context, id: Id<'plan'>) {
  return look(ctx, async (tx) => {
    const row =
      (await namedPlan(tx, id)) ?? refuse('not_found', 'rhythm.plan_item_unknown', { planItemId: id });
    const [item] = await presentPlan(tx, [row]);
    return item ?? refuse('not_found', 'rhythm.plan_item_unknown', { planItemId: id });
  });
}

function publicationOf(ctx: Context, id: Id<'publication'>) {
  return look(ctx, async (tx) => {
    const [row] = await publicationsOf(tx, { id });
    return row
      ? presentPublication(row)
      : refuse('not_found', 'rhythm.publication_unknown', { publicationId: id });
  });
}

function sessionOf(ctx: Context, id: Id<'session'>) {
  return look(ctx, async (tx) => {
    const [session] = await presentSessions(tx, await sessionsOf(tx, { id }));
    return session ?? refuse('not_found', 'rhythm.session_unknown', { sessionId: id });
  });
}
