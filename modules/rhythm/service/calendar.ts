import { isCalendarFixed, isWorkingDay } from '@mosty/country-ru';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import type { Entry } from '../contract/calendar.ts';
import { statusOf } from '../domain/plan.ts';
import { publicationState } from '../domain/publication.ts';
import { seasonsBetween, seasonToPrepare } from '../domain/seasons.ts';
import { PLAN_ROWS, planItems } from '../store/plan.ts';
import { PUBLICATION_ROWS, publicationsOf } from '../store/publications.ts';
import { partnersOfSessions, SESSION_ROWS, sessionsOf } from '../store/sessions.ts';
import { stepsBetween } from '../store/week.ts';

const STEP_ROWS = 500;

/** What lies in these days, by day. With `stepsOf`, next steps of that person only. */
export async function entriesBetween(
  tx: Tx,
  from: BusinessDate,
  to: BusinessDate,
  { stepsOf = null }: { stepsOf?: Id<'member'> | null } = {},
): Promise<{ entries: Entry[]; isWhole: boolean }> {
  const items = await planItems(tx, { from, to });
  const publications = await publicationsOf(tx, { from, to });
  const sessions = await sessionsOf(tx, {
    from: startOfDay(from, tx.zone),
    to: startOfDay(addDays(to, 1), tx.zone),
  });
  const invited = await partnersOfSessions(
    tx,
    sessions.map(({ id }) => id),
  );
  const steps = await stepsBetween(tx, from, to, stepsOf);
  const today = businessDateOf(tx.now(), tx.zone);
  const entries: Entry[] = [];
  for (const item of items.slice(0, PLAN_ROWS))
    if (item.dueOn !== null && item.state !== 'dropped')
      entries.push({
        kind: 'plan',
        id: item.id,
        onDay: item.dueOn,
        title: item.title,
        of: null,
        partner: { id: item.partnerId, name: item.partnerName },
        state: statusOf(item),
      });
  for (const one of publications.slice(0, PUBLICATION_ROWS))
    entries.push({
      kind: 'publication',
      id: one.id,
      onDay: one.onDay,
      title: `${one.title} · ${one.platform}`,
      of: null,
      partner: { id: one.partnerId, name: one.partnerName },
      state: publicationState(one),
    });
  for (const session of sessions.slice(0, SESSION_ROWS)) {
    const guests = invited.filter(({ sessionId }) => sessionId === session.id);
    const [only] = guests;
    entries.push({
      kind: 'session',
      id: session.id,
      onDay: businessDateOf(session.startsAt, tx.zone),
      title: session.title,
      of: session.kind,
      partner: only && guests.length === 1 ? { id: only.id, name: only.name } : null,
      state: session.heldAt ? 'held' : 'ahead',
    });
  }
  for (const step of steps.slice(0, STEP_ROWS))
    entries.push({
      kind: 'step',
      id: step.id,
      onDay: step.dueOn,
      title: step.text,
      of: null,
      partner: { id: step.partnerId, name: step.partnerName },
      state: step.doneAt ? 'done' : step.dueOn < today ? 'late' : 'open',
    });
  return {
    entries: entries.toSorted((a, b) => a.onDay.localeCompare(b.onDay) || a.title.localeCompare(b.title)),
    isWhole:
      items.length <= PLAN_ROWS &&
      publications.length <= PUBLICATION_ROWS &&
      sessions.length <= SESSION_ROWS &&
      steps.length <= STEP_ROWS,
  };
}

/** The days with everything in them, days off, seasons, and the season worth preparing now (S1.64). */
export async function calendarOf(tx: Tx, from: BusinessDate, to: BusinessDate) {
  const { entries, isWhole } = await entriesBetween(tx, from, to);
  const daysOff: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isWorkingDay(day)) daysOff.push(day);
  const season = seasonToPrepare(businessDateOf(tx.now(), tx.zone));
  const planned = season ? (await planItems(tx, { from: season.from, to: season.to })).length : 0;
  return {
    entries,
    isWhole,
    daysOff,
    isFixed: isCalendarFixed(from.slice(0, 4)) && isCalendarFixed(to.slice(0, 4)),
    seasons: seasonsBetween(from, to),
    hint: season ? { code: season.code, from: season.from, planned } : null,
  };
}
