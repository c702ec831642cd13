import { fixedFee, type Pay, type Terms } from '../contract.ts';
import { exactAmount, rateText } from './form-figures.ts';

/** What is paid for a sale; `none`: only the bonus for a first order. */
export const PAY_CHOICES = ['percent', 'recurring', 'tiered', 'hybrid', 'flat', 'per_role', 'none'] as const;
export type PayChoice = (typeof PAY_CHOICES)[number];
export const ROLES = ['source', 'implement', 'expertise', 'expand'] as const;

export interface TierForm {
  readonly from: string;
  readonly rate: string;
}

/** The terms as they are typed: figures are text until they are read. */
export interface TermsForm {
  pay: PayChoice;
  rate: string;
  sum: string;
  per: 'sale' | 'month' | 'agreement';
  months: string;
  mode: 'marginal' | 'whole';
  measure: 'money' | 'count';
  window: 'month' | 'quarter' | 'lifetime';
  tiers: TierForm[];
  roles: Record<(typeof ROLES)[number], string>;
  bonus: 'none' | 'flat' | 'percent';
  bonusSum: string;
  bonusRate: string;
  capSale: string;
  capMonth: string;
  capTotal: string;
  minimum: string;
  holdDays: string;
  approval: 'auto' | 'manual';
  vatBase: 'with_vat' | 'without_vat';
  vatReward: 'included' | 'on_top';
  vatRate: string;
  floorPrice: string;
  maxDiscount: string;
  rounding: Terms['rounding'];
  creditNotes: 'by_sale' | 'by_client';
}

export type Field = keyof TermsForm;
export type Wrong = Partial<Record<Field, true>>;

const EMPTY: TermsForm = {
  pay: 'percent',
  rate: '10',
  sum: '',
  per: 'agreement',
  months: '12',
  mode: 'marginal',
  measure: 'money',
  window: 'month',
  tiers: [
    { from: '0', rate: '10' },
    { from: '', rate: '15' },
  ],
  roles: { source: '10', implement: '', expertise: '', expand: '' },
  bonus: 'none',
  bonusSum: '',
  bonusRate: '',
  capSale: '',
  capMonth: '',
  capTotal: '',
  minimum: '',
  holdDays: '14',
  approval: 'auto',
  vatBase: 'with_vat',
  vatReward: 'included',
  vatRate: '',
  floorPrice: '',
  maxDiscount: '',
  rounding: 'half_away_from_zero',
  creditNotes: 'by_sale',
};

/** The form of given terms; of none: ten percent of each sale. */
export function formOfTerms(terms: Partial<Terms> | null, currency: string): TermsForm {
  if (!terms) return { ...EMPTY };
  const amount = (minor: number | null | undefined) => (minor ? exactAmount(minor, currency) : '');
  const { cap, floor, vat } = terms;
  const form: TermsForm = {
    ...EMPTY,
    pay: 'none',
    capSale: amount(cap?.perSaleMinor),
    capMonth: amount(cap?.perMonthMinor),
    capTotal: amount(cap?.totalMinor),
    minimum: amount(terms.minimumPayoutMinor),
    holdDays: String(terms.holdDays ?? 14),
    approval: terms.approval ?? 'auto',
    vatBase: vat?.base ?? 'with_vat',
    vatReward: vat?.reward ?? 'included',
    vatRate: vat?.ratePpm ? rateText(vat.ratePpm) : '',
    floorPrice: amount(floor?.priceMinor),
    maxDiscount: floor?.maxDiscountPpm == null ? '' : rateText(floor.maxDiscountPpm),
    rounding: terms.rounding ?? 'half_away_from_zero',
    creditNotes: terms.creditNotes ?? 'by_sale',
  };
  for (const pay of terms.pay ?? []) Object.assign(form, formOfPay(pay, amount, currency));
  return form;
}

function formOfPay(pay: Pay, amount: (minor: number) => string, currency: string): Partial<TermsForm> {
  switch (pay.kind) {
    case 'percent':
      return { pay: 'percent', rate: rateText(pay.ratePpm) };
    case 'recurring':
      return { pay: 'recurring', rate: rateText(pay.ratePpm), months: String(pay.months) };
    case 'flat':
      return { pay: 'flat', sum: amount(pay.amountMinor), per: pay.per };
    case 'hybrid': {
      const fee = fixedFee(pay);
      return { pay: 'hybrid', sum: amount(fee?.amountMinor ?? 0), per: pay.per, rate: rateText(pay.ratePpm) };
    }
    case 'per_role':
      return { pay: 'per_role', roles: rolesText(pay.rates) };
    case 'first_order':
      return pay.bonus.kind === 'flat'
        ? { bonus: 'flat', bonusSum: amount(pay.bonus.amountMinor) }
        : { bonus: 'percent', bonusRate: rateText(pay.bonus.ratePpm) };
    case 'tiered': {
      const { mode, measure, window } = pay;
      const from = (value: number) => (measure === 'money' ? exactAmount(value, currency) : String(value));
      const tiers = pay.tiers.map((tier) => ({ from: from(tier.from), rate: rateText(tier.ratePpm) }));
      return { pay: 'tiered', mode, measure, window, tiers };
    }
  }
}

function rolesText(rates: Partial<Record<(typeof ROLES)[number], number>>): TermsForm['roles'] {
  const text = (role: (typeof ROLES)[number]) => (rates[role] === undefined ? '' : rateText(rates[role]));
  return {
    source: text('source'),
    implement: text('implement'),
    expertise: text('expertise'),
    expand: text('expand'),
  };
}
