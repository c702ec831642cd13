import type { Part, Row } from '../../contract/parts.ts';
import type { Facts } from '../facts.ts';
import { part } from '../part.ts';

const WEIGHT = 6;
/** The least that counts as usual: where nobody returns anything, one refund is not the end of trust. */
const USUAL_LEAST = 0.01;

/**
 * Refunds beside those usual for as many sales of the same class: not more is all .20 of reliability, twice as many is
 * half. A month with sales is one row of evidence: sales by themselves say little of a word kept.
 */
export function refunds({ months }: Pick<Facts, 'months'>): Part {
  const sales = total(months.map((one) => one.sales));
  const expected = total(months.map((one) => Math.max(one.usualRefunds, one.sales * USUAL_LEAST)));
  const usual = sales === 0 ? USUAL_LEAST : expected / sales;
  const own = (total(months.map((one) => one.refunds)) + usual * WEIGHT) / (sales + WEIGHT);
  const rows: Row[] = months.map(({ id, on, sales: sold, refunds: returned }) => ({
    id,
    on,
    says: 'month_sold',
    params: { sales: sold, refunds: returned },
  }));
  return part('refunds', 20, Math.min(1, usual / own), rows, { usual: sales === 0 ? null : usual });
}

/** Added smallest first, so that the order in which months come changes nothing. */
function total(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}
