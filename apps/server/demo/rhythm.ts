import { partnersById } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import {
  addPlanItem,
  addPublication,
  finishNextStep,
  holdSession,
  logEffort,
  missPlanItems,
  noteSession,
  planSession,
  recordExchange,
  releasePublication,
  settlePlanItem,
  thankPartner,
  writeWeek,
} from '@mosty/rhythm';
import type { SessionKind } from '@mosty/rhythm/contract';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';
import { EFFORTS, EXCHANGES, PLAN, PUBLICATIONS, THANKS, WEEKS, WRITTEN_TO } from './rhythm-told.ts';

const MORNING_MS = 11 * 3_600_000;

/** Weeks, plans and thanks as the two managers wrote them. «Вектор CRM» was last spoken to seven weeks ago (story 1). */
export async function tellRhythm(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const now = stage.clock.now();
  const at = (daysAgo: number) =>
    stage.clock.set(
      new Date(
        Math.min(
          startOfDay(addDays(today, -daysAgo), COMPANY.zone).getTime() + MORNING_MS,
          now.getTime() - 1,
        ),
      ),
    );
  const keeperOf = await keepers(stage, enrolled);
  const of = (name: string) => {
    const one = enrolled.get(name);
    const keeper = one && keeperOf.get(one.partnerId);
    return one && keeper ? { partnerId: one.partnerId, keeper } : null;
  };
  for (const { partner, daysAgo, fix, step, inDays, minutes, isDone } of WEEKS.toSorted(
    (a, b) => b.daysAgo - a.daysAgo,
  )) {
    const found = of(partner);
    if (!found) continue;
    at(daysAgo);
    const dueOn = addDays(today, inDays - daysAgo);
    const { partnerId, keeper } = found;
    const { nextStepId } = await writeWeek(keeper, { partnerId, fix, step: { text: step, dueOn }, minutes });
    if (isDone) await finishNextStep(keeper, { nextStepId });
  }
  const planned = new Map<string, Id<'plan'>>();
  for (const { partner, onDay, outcome, ...item } of PLAN) {
    const found = of(partner);
    if (!found) continue;
    at(Math.max(10, 10 - (onDay ?? 0)));
    const dueOn = onDay === null ? null : addDays(today, onDay);
    const { id } = await addPlanItem(found.keeper, { ...item, partnerId: found.partnerId, dueOn });
    planned.set(item.title, id);
    if (!outcome || onDay === null) continue;
    at(-onDay);
    await settlePlanItem(found.keeper, { planItemId: id, state: 'done', outcome });
  }
  for (const { partner, onDay, url, partOf, ...publication } of PUBLICATIONS) {
    const found = of(partner);
    if (!found) continue;
    at(Math.max(5, -onDay));
    const { partnerId, keeper } = found;
    const one = await addPublication(keeper, {
      ...publication,
      partnerId,
      planItemId: partOf === undefined ? null : planned.get(partOf),
      onDay: addDays(today, onDay),
    });
    if (url) await releasePublication(keeper, { publicationId: one.id, url });
  }
  for (const { partner, daysAgo, ...exchange } of EXCHANGES) {
    const found = of(partner);
    if (!found) continue;
    at(daysAgo);
    const { partnerId, keeper } = found;
    await recordExchange(keeper, { ...exchange, partnerId, onDay: addDays(today, -daysAgo) });
  }
  for (const { partner, daysAgo, ...thanks } of THANKS) {
    const found = of(partner);
    if (!found) continue;
    at(daysAgo);
    await thankPartner(found.keeper, {
      ...thanks,
      partnerId: found.partnerId,
      onDay: addDays(today, -daysAgo),
    });
  }
  await meet(stage, enrolled, keeperOf, today, at);
  stage.clock.set(now);
  await missPlanItems(stage.system);
}

/** Who of us keeps each partner: their weeks are written by them. */
async function keepers(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
): Promise<ReadonlyMap<string, Context>> {
  const ids = [...enrolled.values()].map(({ partnerId }) => partnerId);
  const partners = await look(stage.system, (tx) => partnersById(tx, ids));
  const people = new Map([...stage.people.values()].map(({ id, ctx }) => [id, ctx]));
  return new Map(
    partners.flatMap(({ id, ownerMemberId }) => {
      const ctx = ownerMemberId === null ? stage.head : people.get(ownerMemberId);
      return ctx ? [[id, ctx] as const] : [];
    }),
  );
}

/** A closed session that took place, one that is ahead, and hours given to finding people. */
async function meet(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  keeperOf: ReadonlyMap<string, Context>,
  today: BusinessDate,
  at: (daysAgo: number) => void,
): Promise<void> {
  const ids = ['Цифра и баланс', 'ДваБайта'].flatMap((name) => enrolled.get(name)?.partnerId ?? []);
  const lead = ids[0] ? keeperOf.get(ids[0]) : undefined;
  if (!lead) return;
  const hour = (inDays: number) =>
    new Date(startOfDay(addDays(today, inDays), COMPANY.zone).getTime() + 12 * 3_600_000);
  const invite = (
    partnerIds: readonly Id<'partner'>[],
    title: string,
    kind: SessionKind,
    inDays: number,
    minutes = 90,
  ) => planSession(lead, { kind, title, startsAt: hour(inDays), minutes, partnerIds, memberIds: [] });
  at(24);
  const held = await invite(ids, 'Что меняется у продавцов в новом году', 'strategy', -18);
  at(18);
  await holdSession(lead, {
    sessionId: held.id,
    came: ids,
    promised: 'Прислать план выпусков на квартал и имена первых, кто попробует',
  });
  await noteSession(lead, {
    sessionId: held.id,
    text: 'Просят один общий сценарий для маркетплейсов вместо трёх разных.',
    isPrivate: false,
  });
  await noteSession(lead, {
    sessionId: held.id,
    text: 'Между собой говорили, что «Вектору» предлагают больше. Не для протокола.',
    isPrivate: true,
  });
  at(4);
  await invite(ids, 'Показ планов продукта до объявления', 'roadmap', 12);
  await touchEverybody(stage, enrolled, keeperOf, today, at, invite);
  await logEffort(lead, {
    kind: 'work',
    minutes: 90,
    purpose: 'acquisition',
    note: 'Письма кандидатам из опроса',
  });
}

type Invite = (
  partnerIds: readonly Id<'partner'>[],
  title: string,
  kind: SessionKind,
  inDays: number,
  minutes?: number,
) => Promise<{ readonly id: Id<'session'> }>;

/** The letter of the month, hours of questions and a common call; and this week’s letters and calls of each keeper (S1.62). */
async function touchEverybody(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  keeperOf: ReadonlyMap<string, Context>,
  today: BusinessDate,
  at: (daysAgo: number) => void,
  invite: Invite,
): Promise<void> {
  const everybody = WRITTEN_TO.flatMap((name) => enrolled.get(name)?.partnerId ?? []);
  at(3);
  const letter = await invite(everybody, 'Письмо месяца: что меняется у продавцов', 'letter', -2, 30);
  at(2);
  await holdSession(stage.head, { sessionId: letter.id, came: everybody });
  at(1);
  await invite(everybody, 'Часы вопросов: приходите с любым', 'office_hours', 2, 60);
  await invite(everybody, 'Общий созвон: цифры месяца и планы', 'group_call', 3, 45);
  for (const { partner, daysAgo, ...effort } of EFFORTS.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const one = enrolled.get(partner);
    const keeper = one && keeperOf.get(one.partnerId);
    if (!one || !keeper) continue;
    at(daysAgo);
    await logEffort(keeper, { ...effort, partnerId: one.partnerId, purpose: 'retention' });
  }
  at(0);
}
