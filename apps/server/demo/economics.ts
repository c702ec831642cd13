import { recordCosts } from '@mosty/deals';
import { closeMonth, setPlan } from '@mosty/economics';
import { firstDay, monthOfInstant, type Month } from '@mosty/kernel/time';
import { COMPANY, type CastPartner, type Kind } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

/** The plan of the department grew by as much each month; once, in autumn of the second year, it was lowered, with a reason. */
export async function planMonth(stage: Stage, index: number, month: Month): Promise<void> {
  const plan = (roubles: number, reason?: string) =>
    setPlan(stage.head, {
      month,
      class: 'partner_sales',
      revenueMinor: roubles * 100,
      clients: 3 + Math.floor(index * 0.3),
      ...(reason ? { reason } : {}),
    });
  await plan(110_000 * (index + 1));
  if (index === 13) await plan(1_350_000, 'Два внедренца заняты чужими проектами до конца месяца');
}

/** Every month that was over by last month is closed: its figures are kept, and what came late would show. */
export async function closeMonths(stage: Stage, months: readonly Month[]): Promise<void> {
  const running = monthOfInstant(stage.clock.now(), COMPANY.zone);
  for (const month of months.filter((one) => one < running).slice(0, -1))
    await closeMonth(stage.finance, { month });
}

/** What a launch took besides the team’s pay, by what the partner does: without it nobody could be said to have paid back. */
const LAUNCHED_FOR: Partial<
  Record<
    Kind,
    readonly [kind: 'integration' | 'bonus' | 'event' | 'materials', roubles: number, note: string][]
  >
> = {
  integrator: [
    ['integration', 42_000, 'Обмен с их системой'],
    ['event', 9_000, 'Обучение их команды'],
  ],
  consultant: [
    ['event', 6_000, 'Вебинар для их клиентов'],
    ['materials', 3_000, 'Материалы для встреч'],
  ],
  creator: [
    ['bonus', 8_000, 'За первый обзор'],
    ['materials', 2_000, 'Записи экрана и картинки'],
  ],
  ambassador: [['bonus', 5_000, 'За первый рассказ']],
  community: [['event', 12_000, 'Встреча с их участниками']],
  agent: [['materials', 3_000, 'Материалы для встреч']],
  affiliate: [['integration', 4_000, 'Страница и отчёт для переходов']],
};

/** What was put into the partners launched this month. */
export async function investInto(
  stage: Stage,
  joining: readonly CastPartner[],
  joined: ReadonlyMap<string, Enrolled>,
  month: Month,
): Promise<void> {
  const costs = joining.flatMap((partner) => {
    const one = joined.get(partner.name);
    if (!one || partner.launched === null || partner.class !== 'partner_sales') return [];
    return (LAUNCHED_FOR[partner.kind] ?? []).map(([kind, roubles, note], place) => ({
      externalId: `launch-${one.partnerId}-${place}`,
      partnerId: one.partnerId,
      class: partner.class,
      kind,
      occurredOn: firstDay(month),
      currency: COMPANY.currency,
      amountMinor: BigInt(roubles) * 100n,
      note,
    }));
  });
  if (costs.length > 0) await recordCosts(stage.finance, { source: 'accounting', costs });
}
