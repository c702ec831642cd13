import type { Template, Terms } from '../contract.ts';

/** A template as whole terms in the company's currency; everything it does not say is the usual. */
export function termsOfTemplate(
  template: Pick<Template, 'pay' | 'holdDays' | 'minimumPayoutMinor' | 'floor'>,
  currency: string,
): Terms {
  return {
    format: 1,
    currency,
    pay: [...template.pay],
    cap: { perSaleMinor: null, perMonthMinor: null, totalMinor: null },
    minimumPayoutMinor: template.minimumPayoutMinor,
    holdDays: template.holdDays,
    approval: 'auto',
    vat: { base: 'with_vat', reward: 'included', ratePpm: 0 },
    rounding: 'half_away_from_zero',
    floor: template.floor ?? { priceMinor: null, maxDiscountPpm: null },
    creditNotes: 'by_sale',
  };
}
