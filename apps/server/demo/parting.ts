import { promisesOf, settlePromise } from '@mosty/agreements';
import {
  handOver,
  makeLinksNeutral,
  noteSummaryAgreed,
  presentExit,
  sendThanks,
  setRetention,
  showSummary,
} from '@mosty/exits';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { moveStage } from '@mosty/lifecycle';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import { SITE } from './journeys.ts';
import type { Stage } from './stage.ts';

const KEPT_DAYS = 5 * 366;
const MORNING_MS = 10 * 3_600_000;

/** Parted with dignity, gate by gate (S0.66, story 11): nothing was left open, and the database would not have let it. */
export async function part(stage: Stage, enrolled: Enrolled): Promise<void> {
  const note = 'Честно обсудили: дальше не по пути';
  await moveStage(stage.owner, {
    partnerId: enrolled.partnerId,
    to: 'leaving',
    details: { reasonCode: 'goals_differ', note },
  });
  await close(stage, enrolled);
}

/** What a parting that is decided goes through to its end. */
export async function close(stage: Stage, { partnerId, agreementId }: Enrolled): Promise<void> {
  if (!agreementId) return;
  await thank(stage, partnerId);
  for (const promise of await look(stage.head, (tx) => promisesOf(tx, [agreementId]))) {
    if (promise.outcome === null)
      await settlePromise(stage.head, {
        promiseId: promise.id,
        outcome: 'kept',
        note: 'Закрыто при расставании',
      });
  }
  const { clients, deals } = await look(stage.head, (tx) => presentExit(tx, partnerId));
  if (clients.count + deals.count > 0)
    await handOver(stage.head, { partnerId, toMemberId: managerOf(stage) });
  await makeLinksNeutral(stage.head, { partnerId, destination: `https://${SITE}/` });
  const today = businessDateOf(stage.clock.now(), COMPANY.zone);
  await setRetention(stage.head, { partnerId, on: addDays(today, KEPT_DAYS) });
  const version = await showSummary(stage.head, { partnerId });
  await noteSummaryAgreed(stage.head, {
    partnerId,
    version,
    proof: 'Письмо партнёра: с итогами согласны, спасибо за работу',
  });
  await moveStage(stage.head, {
    partnerId,
    to: 'ended',
    details: { note: 'Расчёты закрыты, клиенты переданы', returnOn: addDays(today, 180) },
  });
}

/** One parting goes on now: thanked, the summary was shown, the rest is open. */
export async function tellParting(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const leaving = enrolled.get('Веб-Справка');
  if (!leaving) return;
  const now = stage.clock.now();
  const at = (day: BusinessDate) =>
    stage.clock.set(new Date(startOfDay(day, COMPANY.zone).getTime() + MORNING_MS));
  const { partnerId } = leaving;
  at(addDays(today, -5));
  await moveStage(stage.owner, {
    partnerId,
    to: 'leaving',
    details: { reasonCode: 'no_result', note: 'Полгода без клиентов: оба понимают, что не сложилось' },
  });
  at(addDays(today, -4));
  await thank(stage, partnerId);
  at(addDays(today, -2));
  await showSummary(stage.head, { partnerId });
  stage.clock.set(now);
}

async function thank(stage: Stage, partnerId: Id<'partner'>): Promise<void> {
  const { thanks } = await look(stage.head, (tx) => presentExit(tx, partnerId));
  await sendThanks(
    stage.head,
    thanks.hasAddress
      ? { partnerId, letter: thanks.drafts.ru }
      : { partnerId, saidOtherwise: 'Поблагодарили по телефону' },
  );
}

function managerOf(stage: Stage): Id<'member'> {
  const manager = [...stage.people.values()].find(({ name }) => name === 'Мария Лунёва');
  if (!manager) throw new Error('nobody looks after partners');
  return manager.id as Id<'member'>;
}
