import { addFace } from '@mosty/directory';
import type { Kind } from '@mosty/agreements/contract';
import type { Id } from '@mosty/kernel/id';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { moveStage, takeOver } from '@mosty/lifecycle';
import {
  answerTest,
  chooseScenario,
  draftPilot,
  lockPilot,
  markStep,
  planLaunch,
  recordLiveSession,
} from '@mosty/onboarding';
import { createScenario } from '@mosty/scenarios';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

const MORNING_MS = 10 * 3_600_000;

const SCENARIO = {
  task: 'Понять, сколько товара лежит на складе',
  title: 'Первая инвентаризация за день',
  audience: 'Оптовые склады на 5–15 человек, где остатки ведут в таблице.',
  moment: 'Перед инвентаризацией или сразу после недостачи.',
  words: 'Проведём одну инвентаризацию вместе и покажем, где теряется товар. Дальше решите сами.',
  faster: 'Инвентаризация за день вместо трёх',
  lessWork: 'Не нужно сводить таблицы',
  lowerRisk: 'Недостача видна сразу',
  seats: [{ role: 'source' as const, does: 'Знакомит со складом, который готовится к инвентаризации' }],
};

const PROOFS: Readonly<Record<string, string>> = {
  first_talk: 'Показали на их товаре, были двое; решили начать с трёх складов',
  own_try: 'Завели десять позиций и провели приход: удивила печать этикеток',
  whom_it_helps: 'Склад запчастей, база стройматериалов, магазин чая: у всех ручная сверка',
  content_plan: 'Черновик выпуска готов',
  how_it_sells: 'Договорились: решает владелец, первая скидка не нужна',
  links_ready: 'Ссылка стоит в описании, пометка на месте',
};

interface Told {
  readonly name: string;
  readonly kind: Kind;
  /** Days ago on which the first step was. */
  readonly began: number;
  /** Steps that are done, in their order. */
  readonly done: readonly string[];
  readonly isPiloted: boolean;
}

/** One is in its pilot, and one nobody has done anything with for two weeks (S1.17). */
const LAUNCHES: readonly Told[] = [
  {
    name: 'Тренер Лидия Ким',
    kind: 'consultant',
    began: 34,
    done: ['first_talk', 'own_try', 'whom_it_helps', 'how_it_sells'],
    isPiloted: true,
  },
  { name: 'Подкаст «Маржа»', kind: 'creator', began: 16, done: ['first_talk'], isPiloted: false },
];

export async function tellLaunches(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const now = stage.clock.now();
  const on = (day: BusinessDate): BusinessDate => {
    stage.clock.set(new Date(startOfDay(day, COMPANY.zone).getTime() + MORNING_MS));
    return day;
  };
  on(addDays(today, -40));
  const { id: scenarioId } = await createScenario(stage.head, { ...SCENARIO, seats: [...SCENARIO.seats] });
  for (const told of LAUNCHES) {
    const partnerId = enrolled.get(told.name)?.partnerId;
    if (!partnerId) continue;
    const firstOn = on(addDays(today, -told.began));
    await enter(stage, partnerId, told.kind, firstOn);
    for (const [place, code] of told.done.entries()) {
      on(addDays(firstOn, place));
      await markStep(stage.head, {
        partnerId,
        code,
        mark: { mark: 'done', proof: PROOFS[code] ?? 'Сделано вместе' },
      });
    }
    if (told.isPiloted) await prepare(stage, partnerId, scenarioId, told, on, today);
  }
  stage.clock.set(now);
}

async function enter(
  stage: Stage,
  partnerId: Id<'partner'>,
  kind: Kind,
  firstOn: BusinessDate,
): Promise<void> {
  await addFace(stage.head, { partnerId, side: 'ours', name: 'Мария Лунёва', isMain: true, replyHours: 24 });
  await addFace(stage.head, { partnerId, side: 'theirs', name: 'Анна Белова', isMain: true });
  await takeOver(stage.head, {
    partnerId,
    path: 'standard',
    stage: 'agreed',
    reasonCode: 'signed_on_paper',
    reason: 'Договорились на бумаге до прихода в Mosty',
  });
  await planLaunch(stage.head, { partnerId, kind, firstStepOn: firstOn });
  await recordLiveSession(stage.head, {
    partnerId,
    heldOn: firstOn,
    topic: 'Показ на их задаче',
    ledBy: 'Мария Лунёва',
    joined: 'Анна Белова и директор',
  });
}

async function prepare(
  stage: Stage,
  partnerId: Id<'partner'>,
  scenarioId: Id<'scenario'>,
  { began }: Told,
  on: (day: BusinessDate) => BusinessDate,
  today: BusinessDate,
): Promise<void> {
  on(addDays(today, -Math.floor(began / 2)));
  await chooseScenario(stage.head, { partnerId, scenarioId });
  const { id: pilotId } = await draftPilot(stage.head, {
    partnerId,
    volume: 3,
    startsOn: addDays(today, -14),
    endsOn: addDays(today, 16),
    budgetMinor: 1_500_000,
    priceMinor: 1_330_000,
    costMinor: 280_000,
    rewardMinor: 266_000,
    criteria: [
      { metric: 'sales', comparison: 'at_least', target: 3 },
      { metric: 'refund_ppm', comparison: 'at_most', target: 100_000 },
    ],
  });
  await answerTest(stage.head, { partnerId, code: 'scenario_understood', answers: [0, 1, 2] });
  await lockPilot(stage.head, { pilotId });
  await moveStage(stage.head, { partnerId, to: 'pilot' });
}
