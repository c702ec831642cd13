import { look } from '@mosty/kernel/db';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { moveStage } from '@mosty/lifecycle';
import {
  answerTest,
  chooseScenario,
  decidePilot,
  draftPilot,
  lockPilot,
  markStep,
  pathNow,
  planLaunch,
  showOwnPilot,
} from '@mosty/onboarding';
import { createScenario } from '@mosty/scenarios';
import { CAST, type CastPartner } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import { close } from './parting.ts';
import type { Stage } from './stage.ts';

const PILOT_DAYS = 75;
const BEFORE_PILOT = ['product', 'audience', 'sales_logic', 'joint_scenario'];

const SCENARIOS: Readonly<
  Record<string, { title: string; audience: string; moment: string; words: string }>
> = {
  'Склад на Каширке': {
    title: 'Остатки видно с первого дня хранения',
    audience: 'Новые арендаторы склада, у которых товар уже на стеллажах.',
    moment: 'В день, когда товар принимают на хранение.',
    words: 'Ваш товар уже у нас: подключим учёт, и остатки будут видны без звонков.',
  },
  'Мамин опт': {
    title: 'Разбор первой партии вместе с читателями',
    audience: 'Мамы, которые закупают небольшие партии и ведут учёт в тетради.',
    moment: 'Перед первой закупкой сезона.',
    words: 'Покажем на одной партии, сколько денег лежит без движения.',
  },
};

/** Partners whose pilot begins this month walked to it step by step (story 12). */
export async function beginPilots(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  index: number,
  day: BusinessDate,
): Promise<void> {
  for (const partner of CAST.filter(({ piloted }) => piloted === index)) {
    const one = enrolled.get(partner.name);
    if (one) await begin(stage, partner, one, day);
  }
}

async function begin(
  { head }: Stage,
  { name, kind }: CastPartner,
  { partnerId }: Enrolled,
  day: BusinessDate,
): Promise<void> {
  await planLaunch(head, { partnerId, kind, firstStepOn: day });
  const { body } = await look(head, pathNow);
  const steps = body.steps.filter(
    ({ part, kinds }) => BEFORE_PILOT.includes(part) && (kinds.length === 0 || kinds.includes(kind)),
  );
  for (const { code, questions } of steps) {
    if (questions.length > 0)
      await answerTest(head, { partnerId, code, answers: questions.map(({ right }) => right) });
    else
      await markStep(head, { partnerId, code, mark: { mark: 'done', proof: 'Сделано вместе на встрече' } });
  }
  const scenario = SCENARIOS[name];
  if (!scenario) throw new Error(`no scenario for ${name}`);
  const { id: scenarioId } = await createScenario(head, {
    ...scenario,
    task: 'Понять, сколько товара лежит на складе',
    faster: 'Первые остатки в тот же день',
    lessWork: 'Не нужно сводить таблицы',
    lowerRisk: 'Недостача видна сразу',
    seats: [{ role: 'source', does: 'Знакомит со своими клиентами' }],
  });
  await chooseScenario(head, { partnerId, scenarioId });
  const { id: pilotId } = await draftPilot(head, {
    partnerId,
    volume: 12,
    startsOn: day,
    endsOn: addDays(day, PILOT_DAYS),
    budgetMinor: 1_500_000,
    priceMinor: 1_290_000,
    costMinor: 283_800,
    rewardMinor: 258_000,
    criteria: [
      { metric: 'sales', comparison: 'at_least', target: 3 },
      { metric: 'paid_minor', comparison: 'at_least', target: 1_400_000 },
      { metric: 'spent_minor', comparison: 'at_most', target: 1_500_000 },
    ],
  });
  await lockPilot(head, { pilotId });
  await moveStage(head, { partnerId, to: 'pilot' });
}

/** The pilot came to nothing, and was ended politely. */
export async function partAfterPilot(stage: Stage, enrolled: Enrolled): Promise<void> {
  const { partnerId } = enrolled;
  const pilot = await look(stage.head, (tx) => showOwnPilot(tx, partnerId));
  if (!pilot) throw new Error('no pilot to decide');
  await decidePilot(stage.owner, {
    pilotId: pilot.id,
    verdict: 'part',
    reasonCode: 'no_result',
    note: 'За семьдесят пять дней ни одной оплаты: читателям нужна тетрадь попроще. Спасибо за честную попытку',
  });
  await close(stage, enrolled);
}
