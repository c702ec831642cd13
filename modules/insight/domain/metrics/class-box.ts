import type { Currency } from '@mosty/kernel/money';
import type { Book } from '../../contract/class.ts';
import { measure, type Measure } from '../measure.ts';
import { classCostMinor, paidMinor, type BookTotals } from '../totals.ts';
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
}

export function classBox(name: Book, totals: BookTotals, currency: Currency, window: Window): ClassBox {
  const common = { class: name, currency, window } as const;
  const money = { ...common, unit: 'money' } as const;
  const costsMissing = name !== 'direct' && totals.costsCount === 0 && totals.salesCount > 0;
  const gaps = costsMissing ? (['costs_missing'] as const) : [];
  return {
    class: name,
    clients: measure({ ...common, metric: 'clients_came', unit: 'count', value: BigInt(totals.clientsCame), n: totals.clientsCame }),
    paid: measure({ ...money, metric: 'paid', value: paidMinor(totals), n: totals.salesCount }),
    refunds: measure({ ...money, metric: 'refunds', value: totals.refundsMinor, n: totals.refundsCount }),
    commission: measure({ ...money, metric: 'commission', value: totals.commissionMinor, n: totals.accrualsCount }),
    costs: measure({ ...money, metric: 'costs', value: totals.costsMinor, n: totals.costsCount, gaps }),
    // Commission is known to the kopeck; hours of the team nobody wrote down make the whole an estimate.
    cost: measure({ ...money, metric: 'class_cost', value: classCostMinor(totals), n: totals.accrualsCount + totals.costsCount, gaps, estimate: costsMissing }),
  };
}
