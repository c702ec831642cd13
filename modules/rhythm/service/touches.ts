import { namesOfMembers } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { UNTOUCHED_DAYS, type Touch, type ShownKind } from '../contract/touches.ts';
import { TOUCH_ROWS, touchesBetween, untouchedSince } from '../store/touches.ts';
import { membersOfSessions, partnersOfSessions, SESSION_ROWS, sessionsOf } from '../store/sessions.ts';
import { stepsBetween } from '../store/week.ts';

const STEP_ROWS = 500;
const NAMED = 20;

export interface AskedTouches {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly memberId?: Id<'member'> | undefined;
  readonly partnerId?: Id<'partner'> | undefined;
  readonly kind?: ShownKind | undefined;
}

type Unnamed = Omit<Touch, 'member'> & { readonly memberId: Id<'member'> | null };

/** What everybody of us did with all partners in these days, what is ahead, and whom nobody touched (S1.62). */
export async function touchesOf(tx: Tx, asked: AskedTouches) {
  const touches = await touched(tx, asked);
  const meetings = await met(tx, asked);
  const steps = await promised(tx, asked);
  const found = [...touches.rows, ...meetings.rows, ...steps.rows].filter(
    ({ kind }) => asked.kind === undefined || kind === asked.kind,
  );
  const names = await namesOfMembers(tx, [...new Set(found.flatMap(({ memberId }) => memberId ?? []))]);
  const since = startOfDay(addDays(businessDateOf(tx.now(), tx.zone), -UNTOUCHED_DAYS), tx.zone);
  const untouched = await untouchedSince(tx, since, asked, NAMED);
  return {
    items: found
      .toSorted((a, b) => a.onDay.localeCompare(b.onDay) || a.id.localeCompare(b.id))
      .map(({ memberId, ...touch }) => ({
        ...touch,
        member: memberId === null ? null : { id: memberId, name: names.get(memberId) ?? '' },
      })),
    isWhole: touches.isWhole && meetings.isWhole && steps.isWhole,
    untouched: {
      count: untouched[0]?.all ?? 0,
      partners: untouched.map(({ id, name, lastAt }) => ({
        id,
        name,
        lastOn: lastAt && businessDateOf(lastAt, tx.zone),
      })),
    },
  };
}

const hours = (tx: Tx, { from, to }: AskedTouches) => ({
  from: startOfDay(from, tx.zone),
  to: startOfDay(addDays(to, 1), tx.zone),
});

interface Part {
  readonly rows: readonly Unnamed[];
  readonly isWhole: boolean;
}

async function touched(tx: Tx, asked: AskedTouches): Promise<Part> {
  const { memberId, partnerId } = asked;
  const rows = await touchesBetween(tx, { ...hours(tx, asked), memberId, partnerId });
  return {
    isWhole: rows.length <= TOUCH_ROWS,
    rows: rows.slice(0, TOUCH_ROWS).map((row) => ({
      id: row.id,
      kind: row.kind,
      of: null,
      onDay: businessDateOf(row.at, tx.zone),
      state: 'done',
      title: row.title,
      partner: row.partnerId === null ? null : { id: row.partnerId, name: row.partnerName ?? '' },
      partners: row.partnerId === null ? 0 : 1,
      memberId: row.memberId,
      minutes: row.minutes,
      opens: row.kind === 'publication' ? row.ofId : null,
    })),
  };
}

async function met(tx: Tx, asked: AskedTouches): Promise<Part> {
  const sessions = await sessionsOf(tx, { ...hours(tx, asked), partnerId: asked.partnerId });
  const shown = sessions.slice(0, SESSION_ROWS);
  const ids = shown.map(({ id }) => id);
  const guests = Map.groupBy(await partnersOfSessions(tx, ids), ({ sessionId }) => sessionId);
  const ours = Map.groupBy(await membersOfSessions(tx, ids), ({ sessionId }) => sessionId);
  return {
    isWhole: sessions.length <= SESSION_ROWS,
    rows: shown.flatMap((session) => {
      const members = ours.get(session.id) ?? [];
      if (asked.memberId && !members.some(({ memberId }) => memberId === asked.memberId)) return [];
      const invited = guests.get(session.id) ?? [];
      const [only] = invited;
      return [
        {
          id: session.id,
          kind: 'session' as const,
          of: session.kind,
          onDay: businessDateOf(session.startsAt, tx.zone),
          state: session.heldAt ? ('done' as const) : session.startsAt < tx.now() ? 'late' : 'ahead',
          title: session.title,
          partner: only && invited.length === 1 ? { id: only.id, name: only.name } : null,
          partners: invited.length,
          memberId: members[0]?.memberId ?? null,
          minutes: session.minutes,
          opens: session.id,
        },
      ];
    }),
  };
}

async function promised(tx: Tx, { from, to, memberId, partnerId }: AskedTouches): Promise<Part> {
  const today = businessDateOf(tx.now(), tx.zone);
  const steps = await stepsBetween(tx, from, to, memberId ?? null);
  return {
    isWhole: steps.length <= STEP_ROWS,
    rows: steps
      .slice(0, STEP_ROWS)
      .filter((step) => partnerId === undefined || step.partnerId === partnerId)
      .map((step) => ({
        id: step.id,
        kind: 'step',
        of: null,
        onDay: step.dueOn,
        state: step.doneAt ? 'done' : step.dueOn < today ? 'late' : 'ahead',
        title: step.text,
        partner: { id: step.partnerId, name: step.partnerName },
        partners: 1,
        memberId: step.ownerMember,
        minutes: null,
        opens: step.id,
      })),
  };
}
