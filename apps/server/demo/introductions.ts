import { updatePartner } from '@mosty/directory';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { setIntroducerReward, thankIntroducers } from '@mosty/recruiting';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

const MORNING_MS = 10 * 3_600_000;
const REWARD_DAYS_AGO = 200;
/** 5 000 ₽. */
const REWARD_MINOR = 500_000n;

/** Who came, and by whom: one sold before the reward was set, one after it, one has not yet. */
const INTRODUCED: readonly (readonly [name: string, by: string])[] = [
  ['Бухгалтерия Рябининой', 'Цифра и баланс'],
  ['Интегратор «Узел»', 'Айти-Мост'],
  ['Учёт-Центр «Восток»', 'Вектор CRM'],
];

/** Good partners open doors to others (S1.42); whoever does is thanked once for each (S1.56). After the roll-ups. */
export async function tellIntroductions(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const now = stage.clock.now();
  const then = startOfDay(addDays(today, -REWARD_DAYS_AGO), COMPANY.zone).getTime() + MORNING_MS;
  stage.clock.set(new Date(then));
  await setIntroducerReward(stage.head, { amountMinor: REWARD_MINOR });
  stage.clock.set(now);
  for (const [name, by] of INTRODUCED) {
    const [one, introducer] = [enrolled.get(name), enrolled.get(by)];
    if (!one || !introducer) continue;
    const { partnerId } = one;
    await updatePartner(stage.head, {
      partnerId,
      fields: { introducedByPartnerId: introducer.partnerId },
    });
  }
  await thankIntroducers(stage.system);
}
