import { noteComing } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { rebuildRollups } from '@mosty/insight';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import {
  addScoreEvidence,
  answerOutcome,
  askOutcomes,
  estimateAlive,
  outcomesToAsk,
  scoreEverybody,
  verifyScoreEvidence,
} from '@mosty/scores';
import type { ScoreEvidenceKind } from '@mosty/scores/contract';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import { seeded } from './random.ts';
import type { Stage } from './stage.ts';

const MORNING_MS = 9 * 3_600_000;
const ANSWERED = 60;

interface Shown {
  readonly of: string;
  readonly kind: ScoreEvidenceKind;
  readonly says: string;
  readonly source: string;
  readonly daysAgo: number;
  readonly verdict?: 'verified' | 'refuted';
}

/** What the company saw of partners after the check; one thing waits for other eyes, one was not so. */
const SHOWN: readonly Shown[] = [
  {
    of: 'Вектор CRM',
    kind: 'case',
    says: 'Склад запчастей перешёл с таблиц за девять дней',
    source: 'Разбор на сайте Вектора',
    daysAgo: 120,
    verdict: 'verified',
  },
  {
    of: 'Вектор CRM',
    kind: 'reference',
    says: 'Клиент рассказал о работе в записи',
    source: 'Запись разговора',
    daysAgo: 90,
    verdict: 'verified',
  },
  {
    of: 'Вектор CRM',
    kind: 'kept_word',
    says: 'Довели клиента в праздники, хотя могли перенести',
    source: 'Переписка с клиентом',
    daysAgo: 40,
    verdict: 'verified',
  },
  {
    of: 'Вектор CRM',
    kind: 'public_trace',
    says: 'Выступление о складе на встрече оптовиков',
    source: 'Программа встречи',
    daysAgo: 15,
  },
  {
    of: 'Клуб оптовиков Поволжья',
    kind: 'reference',
    says: 'Трое членов клуба советуют его сами',
    source: 'Письма членов клуба',
    daysAgo: 150,
    verdict: 'verified',
  },
  {
    of: 'Склад на Каширке',
    kind: 'started_small',
    says: 'Попросили пробу на трёх клиентах вместо обещаний',
    source: 'Протокол встречи',
    daysAgo: 60,
    verdict: 'verified',
  },
  {
    of: 'Склад на Каширке',
    kind: 'case',
    says: 'Двое арендаторов видят остатки без звонков',
    source: 'Показ на складе',
    daysAgo: 20,
    verdict: 'verified',
  },
  {
    of: 'Купонатор24',
    kind: 'case',
    says: 'Магазин вырос вдвое за месяц',
    source: 'Картинка в чате',
    daysAgo: 70,
    verdict: 'refuted',
  },
];

/** The days on which our best integrator came to its portal: ever more seldom (story 1). */
const CAME_DAYS_AGO = [150, 143, 137, 129, 122, 116, 108, 101, 95, 87, 80, 74, 66, 59, 47, 34];

/** The last months are scored as they end, so that it is seen how a score came to what it is. */
export async function scoreMonth({ system }: Stage): Promise<void> {
  await rebuildRollups(system);
  await scoreEverybody(system);
}

/** What was shown, what clients said, who came; then everything is scored as on any night (stories 1, 4, 17). */
export async function tellScores(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  reader: Context,
  today: BusinessDate,
): Promise<void> {
  const now = stage.clock.now();
  const at = (day: BusinessDate) =>
    stage.clock.set(new Date(startOfDay(day, COMPANY.zone).getTime() + MORNING_MS));
  for (const { of, verdict, daysAgo, ...one } of SHOWN) {
    const partnerId = enrolled.get(of)?.partnerId;
    if (!partnerId) continue;
    at(addDays(today, -daysAgo));
    const { id } = await addScoreEvidence(stage.head, {
      ...one,
      partnerId,
      seenOn: addDays(today, -daysAgo),
    });
    if (!verdict) continue;
    const how =
      verdict === 'verified' ? 'Посмотрел сам и поговорил с людьми' : 'Магазин о таком росте не знает';
    await verifyScoreEvidence(stage.owner, { evidenceId: id, verdict, how });
  }
  stage.clock.set(now);
  await rebuildRollups(stage.system);
  await hearClients(stage, today);
  for (const days of CAME_DAYS_AGO) {
    at(addDays(today, -days));
    await noteComing(reader);
  }
  stage.clock.set(now);
  await scoreEverybody(stage.system);
  await estimateAlive(stage.system);
}

/** Clients asked two months after they paid first: most are better off, not all, and some say nothing. */
async function hearClients(stage: Stage, today: BusinessDate): Promise<void> {
  await askOutcomes(stage.system);
  const random = seeded(59);
  const asked = await look(stage.head, (tx) => outcomesToAsk(tx, ANSWERED));
  for (const { id } of asked) {
    const answer = random.weighed([
      ['better', 68],
      ['same', 17],
      ['worse', 5],
      ['silent', 10],
    ] as const);
    await answerOutcome(stage.head, {
      outcomeId: id as Id<'outcome'>,
      answer,
      answeredOn: addDays(today, -1),
    });
  }
}
