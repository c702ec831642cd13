import {
  answerIncident,
  askPartner,
  closeIncident,
  holdForFlag,
  liftFlag,
  lookForFlags,
  makeIncident,
  raiseFlag,
  recordBreach,
  setDetector,
  setPolicy,
} from '@mosty/integrity';
import { listFlags } from '@mosty/integrity/contract';
import { integrityRoutes } from '@mosty/integrity/http';
import type { Id } from '@mosty/kernel/id';
import { addDays, startOfDay, type BusinessDate, type Instant } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import { payYears } from './coupon-years.ts';
import type { Enrolled } from './enrol.ts';
import { read } from './read.ts';
import type { Stage } from './stage.ts';

const HOUR_MS = 3_600_000;
const COUPON = 'Купонатор24';
/** A company with few sales looks further back, is content with fewer, and gives buyers of the morning time to search. */
const FEW = { window_days: 240, least_sales: 4, search_minutes: 300 };

/**
 * Story 2: the detectors find the coupon site, its money is held and it is asked. Beside it what usually happens: a false
 * alarm that was explained, and an incident that ended with four answers and a verified fix.
 */
export async function tellFlags(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
  now: Instant,
): Promise<void> {
  const at = (daysAgo: number, hour = 12) =>
    stage.clock.set(
      new Date(
        Math.min(
          startOfDay(addDays(today, -daysAgo), COMPANY.zone).getTime() + hour * HOUR_MS,
          now.getTime(),
        ),
      ),
    );
  at(60);
  await setPolicy(stage.head, {
    brandWords: ['Полка', 'polka'],
    ownDomains: ['polka.example.ru'],
    checkoutEvents: ['checkout', 'add_to_cart'],
    seasons: [
      { name: 'Чёрная пятница', from: '11-15', to: '11-30', floorPpm: 700_000 },
      { name: 'Новый год', from: '12-10', to: '12-31', floorPpm: 700_000 },
    ],
    reviewFrom: 'serious',
  });
  await setDetector(stage.head, { detector: 'coupon_after_cart', isOn: true, thresholds: FEW });
  await endWithFourAnswers(stage, enrolled.get('Учётный двор'), today, at);
  await explain(stage, enrolled.get('СравниСофт'), at);
  await payYears(stage, COUPON, today);
  at(7, 6);
  await lookForFlags(stage.system, { nightly: true });
  await holdCoupons(stage, enrolled.get(COUPON), today, at);
  at(0, 6);
  await lookForFlags(stage.system, { nightly: true });
  stage.clock.set(now);
}

type At = (daysAgo: number, hour?: number) => void;

async function endWithFourAnswers(
  stage: Stage,
  partner: Enrolled | undefined,
  today: BusinessDate,
  at: At,
): Promise<void> {
  if (!partner) return;
  at(40);
  const flag = await raiseFlag(stage.head, {
    partnerId: partner.partnerId,
    sign: 'false_promises',
    severity: 'watch',
    reason: 'На сайте партнёра обещали внедрение за день, у нас оно занимает неделю.',
    evidence: [{ text: 'Страница услуги', url: 'https://example.com/uslugi' }],
  });
  await recordBreach(stage.head, { partnerId: partner.partnerId, rule: 1, flagId: flag.id });
  at(39);
  const incidentId = await makeIncident(stage.head, { flagId: flag.id });
  await answerIncident(stage.head, {
    incidentId,
    whatBroke: 'На странице партнёра срок внедрения – один день: осталось от старой версии.',
    howFixed: 'Дали партнёру наш текст со сроком, страницу поправили.',
    whoAnswers: 'Мария Лунёва',
    dueOn: addDays(today, -33),
  });
  at(34);
  await closeIncident(stage.head, {
    incidentId,
    fixedOn: addDays(today, -35),
    verifiedHow: 'Открыли страницу и позвонили двум клиентам: срок называют верно.',
  });
}

async function explain(stage: Stage, partner: Enrolled | undefined, at: At): Promise<void> {
  if (!partner) return;
  at(21);
  const flag = await raiseFlag(stage.head, {
    partnerId: partner.partnerId,
    sign: 'brand_bidding',
    severity: 'watch',
    reason: 'По запросу «Полка отзывы» показывают объявление сайта партнёра.',
  });
  at(19);
  await liftFlag(stage.head, {
    flagId: flag.id,
    explanation:
      'Объявление по слову «отзывы», а не по нашему имени; наше имя партнёр добавил в минус-слова.',
    falseAlarm: true,
  });
}

async function holdCoupons(
  stage: Stage,
  partner: Enrolled | undefined,
  today: BusinessDate,
  at: At,
): Promise<void> {
  if (!partner) return;
  const found = await flagOf(stage, partner.partnerId);
  at(6);
  const flagId = found ?? (await raiseCoupons(stage, partner)).id;
  await holdForFlag(stage.head, {
    flagId,
    reason: 'Код вводят те, кто уже в корзине, возвратов впятеро больше обычного. Ждём ответа партнёра.',
    until: addDays(today, 10),
  });
  await askPartner(stage.head, {
    flagId,
    question:
      'Почти все, кто вводит ваш код, пришли к нам от других и открыли ваш сайт уже из корзины. Расскажите, как человек находит ваш код и что мы можем поменять вместе?',
    dueOn: addDays(today, 3),
  });
  await recordBreach(stage.head, { partnerId: partner.partnerId, rule: 7, flagId });
}

/** On some days the shop's few sales are too few for a detector: then a person sees it first. */
const raiseCoupons = (stage: Stage, { partnerId }: Enrolled) =>
  raiseFlag(stage.head, {
    partnerId,
    sign: 'grey_traffic',
    severity: 'serious',
    reason: 'Коды вводят те, кто уже в корзине, и возвращают чаще обычного: смотрите строки продаж.',
  });

async function flagOf(stage: Stage, partnerId: Id<'partner'>): Promise<Id<'flag'> | undefined> {
  const query = { partnerId, sign: 'coupon_after_cart' };
  return (await read(integrityRoutes, listFlags, stage.head, { query })).items[0]?.id;
}
