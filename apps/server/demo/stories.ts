import { addPromise, settlePromise } from '@mosty/agreements';
import type { NewRefund, NewSale } from '@mosty/deals';
import { addDays, startOfDay, type BusinessDate, type Month } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import { MONTHS, type DemoSale, type DemoStory } from './simulate.ts';
import type { Stage } from './stage.ts';

/** One in this many of the company's own payments comes back. */
const REFUND_EVERY = 83;
/** «Купонатор24» brings buyers who would have bought anyway: every fifth payment returns. */
const COUPON_REFUND_EVERY = 5;
/** A month of «СравниСофт» paid a one-off order of 41 600 ₽; it came back after the payout: −12 480 ₽ (story 10). */
const ONE_OFF_MONTH = 13;
const ONE_OFF = { externalId: 'ONE-OFF-41600', partner: 'СравниСофт', amountMinor: 4_160_000n } as const;
const ONE_OFF_RETURNED_MONTH = 16;

export function refundsOf(story: DemoStory, index: number): NewRefund[] {
  const sales = story.sales[index] ?? [];
  const returned = sales.filter((sale, place) =>
    sale.client.broughtBy === 'Купонатор24'
      ? (place + index) % COUPON_REFUND_EVERY === 0
      : (place + index) % REFUND_EVERY === 0,
  );
  const refunds = returned.map(refundOf);
  const after = sales[0];
  if (index === ONE_OFF_RETURNED_MONTH && after) {
    refunds.push({
      externalId: 'R-ONE-OFF',
      saleExternalId: ONE_OFF.externalId,
      link: 'sale',
      occurredAt: after.occurredAt,
      currency: COMPANY.currency,
      amountMicro: ONE_OFF.amountMinor * 1_000_000n,
      reason: 'Клиент вернул заказ после выплаты',
    });
  }
  if (index === MONTHS - 1 && after) {
    refunds.push({
      externalId: 'R-STRAY',
      saleExternalId: 'нет-такой',
      link: 'sale',
      occurredAt: after.occurredAt,
      currency: COMPANY.currency,
      amountMicro: 490_000n * 1_000_000n,
      reason: 'Возврат без нашей продажи',
    });
  }
  return refunds;
}

function refundOf(sale: DemoSale): NewRefund {
  return {
    externalId: `R-${sale.externalId}`,
    saleExternalId: sale.externalId,
    link: 'sale',
    occurredAt: new Date(sale.occurredAt.getTime() + 3 * 3_600_000),
    currency: COMPANY.currency,
    // Every third comes back by half: a partial refund never voids a whole commission.
    amountMicro: (sale.client.day % 3 === 0 ? sale.amountMinor / 2n : sale.amountMinor) * 1_000_000n,
    reason: 'Не подошло',
  };
}

/** Payments nobody knows the client of, one that names a partner we do not have, and the one-off order. */
export function strangers(index: number, month: Month, today: BusinessDate): NewSale[] {
  const at = (day: number) =>
    new Date(
      startOfDay(`${month}-${String(day).padStart(2, '0')}` as BusinessDate, COMPANY.zone).getTime() +
        11 * 3_600_000,
    );
  const sale = (
    externalId: string,
    day: number,
    amountMinor: bigint,
    more: Partial<NewSale> = {},
  ): NewSale => ({
    externalId,
    occurredAt: at(day),
    currency: COMPANY.currency,
    amountMicro: amountMinor * 1_000_000n,
    ...more,
  });
  if (index === ONE_OFF_MONTH) {
    return [
      sale(ONE_OFF.externalId, 9, ONE_OFF.amountMinor, {
        clientExternalId: 'K-ONE-OFF',
        clientName: 'ООО «Разовый заказ»',
        namedPartner: ONE_OFF.partner,
        product: 'one-off',
      }),
    ];
  }
  // Story 18: three payments without a client in the CRM, listed in the honest report.
  if (index === MONTHS - 1) {
    return [
      sale('CARD-7731', 5, 1_290_000n),
      sale('CARD-7742', 12, 490_000n),
      sale('CARD-7755', 19, 2_990_000n, { namedPartner: 'Вектор Плюс' }),
    ].filter((one) => one.occurredAt < startOfDay(today, COMPANY.zone));
  }
  return [];
}

/** What stands open on the day the demo is opened. */
export async function tellEndings(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const vector = enrolled.get('Вектор CRM');
  if (vector?.agreementId) {
    // Story 17: our own promise, not kept.
    const late = await addPromise(stage.head, {
      agreementId: vector.agreementId,
      side: 'ours',
      words: 'Материалы к осенней распродаже',
      dueOn: addDays(today, -12),
    });
    await settlePromise(stage.head, {
      promiseId: late.id,
      outcome: 'missed',
      note: 'Отдали на неделю позже: дизайнер заболел, не предупредили.',
    });
    await addPromise(stage.head, {
      agreementId: vector.agreementId,
      side: 'ours',
      words: 'Квартальный разбор',
      dueOn: addDays(today, -6),
    });
    await addPromise(stage.head, {
      agreementId: vector.agreementId,
      side: 'theirs',
      words: 'Два общих случая для сайта',
      dueOn: addDays(today, 9),
    });
  }
  const club = enrolled.get('Клуб оптовиков Поволжья');
  if (club?.agreementId) {
    await addPromise(stage.head, {
      agreementId: club.agreementId,
      side: 'theirs',
      words: 'Встреча клуба с разбором складов',
      dueOn: addDays(today, -40),
    });
  }
}
