import { transact } from '@mosty/kernel/db';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { enterLifecycle, moveStage } from '@mosty/lifecycle';
import type { Source } from '@mosty/lifecycle/contract';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

const MORNING_MS = 10 * 3_600_000;

/** Where the names came from, in turn; every few days one more. */
const HEARD: readonly Source[] = ['survey', 'voice', 'survey', 'application', 'partner'];

/**
 * Whoever signed was taken over when the company came to Mosty. The contacts are names that were heard lately; one partner
 * waits for its season, and one is under review because its buyers return what they bought (story 2).
 */
export async function tellConveyor(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const now = stage.clock.now();
  const at = (day: BusinessDate) =>
    stage.clock.set(new Date(startOfDay(day, COMPANY.zone).getTime() + MORNING_MS));
  const contacts = [...enrolled.values()].filter(({ agreementId }) => agreementId === null);
  for (const [place, { partnerId }] of contacts.entries()) {
    at(addDays(today, -3 * (contacts.length - place)));
    const source = HEARD[place % HEARD.length];
    await transact(stage.head, (tx) =>
      enterLifecycle(tx, { partnerId, path: 'standard', to: 'mention', source }),
    );
  }
  at(addDays(today, -20));
  const season = enrolled.get('Ассоциация «Свой склад»');
  if (season)
    await moveStage(stage.head, {
      partnerId: season.partnerId,
      to: 'paused',
      details: {
        reasonCode: 'season',
        returnOn: addDays(today, 25),
        linksStay: true,
        note: 'Отчётный сезон: договорились вернуться после него',
      },
    });
  stage.clock.set(now);
}
