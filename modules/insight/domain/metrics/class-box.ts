import type { Currency } from '@mosty/kernel/money';
import type { Book } from '../../contract/class.ts';
import { compared, measure, type Measure } from '../measure.ts';
import { sharePpm } from '../share.ts';
import { classCostMinor, paidMinor, rowsOfPaid, type Books, type BookTotals } from '../totals.ts';
import type { Window } from '../window.ts';

/** The headline pair of a class (S2.33: how many clients came, how much money came) and what it cost. */
export interface ClassBox {
  readonly class: Book;
  readonly clients: Measure;
  readonly paid: Measure;
  readonly refunds: Measure;
  readonly commission: Measure;
  readonly costs: Measure;
  readonly cost: Measure;
  /** The cost as a share of the paid money: how many kopecks of a rouble went into bringing it. */
  readonly costShare: Measure;
}

export function classBox(name: Book, totals: BookTotals, currency: Currency, window: Window): ClassBox {
  const common = { class: name, currency, window } as const;
  const money = { ...common, unit: 'money' } as const;
  const costsMissing = name !== 'direct' && totals.costsCount === 0 && totals.salesCount > 0;
  const gaps = costsMissing ? (['costs_missing'] as const) : [];
  return {
    class: name,
    clients: measure({
      ...common,
      metric: 'clients_came',
      unit: 'count',
      value: BigInt(totals.clientsCame),
      n: totals.clientsCame,
    }),
    paid: measure({ ...money, metric: 'paid', value: paidMinor(totals), n: rowsOfPaid(totals) }),
    refunds: measure({ ...money, metric: 'refunds', value: totals.refundsMinor, n: totals.refundsCount }),
    commission: measure({
      ...money,
      metric: 'commission',
      value: totals.commissionMinor,
      n: totals.accrualsCount,
    }),
    costs: measure({ ...money, metric: 'costs', value: totals.costsMinor, n: totals.costsCount, gaps }),
    // Commission is known to the kopeck; hours of the team nobody wrote down make the whole an estimate.
    cost: measure({
      ...money,
      metric: 'class_cost',
      value: classCostMinor(totals),
      n: totals.accrualsCount + totals.costsCount,
      gaps,
      estimate: costsMissing,
    }),
    costShare: measure({
      ...common,
      metric: 'cost_share',
      unit: 'ppm',
      value: sharePpm(classCostMinor(totals), paidMinor(totals)),
      n: totals.accrualsCount + totals.costsCount,
      gaps,
      estimate: costsMissing,
    }),
  };
}

/** Every book boxed, each figure with that of the period before beside it. */
export function boxesOf(
  now: Books,
  before: Books,
  currency: Currency,
  window: Window,
  windowBefore: Window,
): Record<Book, ClassBox> {
  const boxed = (name: Book): ClassBox => {
    const box = classBox(name, now[name], currency, window);
    const old = classBox(name, before[name], currency, windowBefore);
    return {
      class: name,
      clients: compared(box.clients, old.clients),
      paid: compared(box.paid, old.paid),
      refunds: compared(box.refunds, old.refunds),
      commission: compared(box.commission, old.commission),
      costs: compared(box.costs, old.costs),
      cost: compared(box.cost, old.cost),
      costShare: compared(box.costShare, old.costShare),
    };
  };
  return {
    referral: boxed('referral'),
    partner_sales: boxed('partner_sales'),
    alliance: boxed('alliance'),
    direct: boxed('direct'),
  };
}
