import { readAmount } from '@mosty/ui-kit';
import { fixedFee, type Pay, type Terms } from '../contract.ts';
import { exactAmount, ratePpmOf, rateText } from './form-figures.ts';

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

/** The terms that were typed, or the fields that cannot be read. */
export function termsOfForm(form: TermsForm, currency: string): { terms: Terms } | { wrong: Wrong } {
  const wrong: Wrong = {};
  const read = <Value>(field: Field, value: Value | null): Value | undefined => {
    if (value === null) wrong[field] = true;
    return value ?? undefined;
  };
  const amount = (text: string) => {
    const minor = readAmount(text, currency);
    return minor !== null && minor >= 0 ? minor : null;
  };
  const optional = (field: Field, text: string) =>
    text.trim() === '' ? null : (read(field, amount(text)) ?? null);
  const needsVat = form.vatBase === 'without_vat' || form.vatReward === 'on_top';
  const days = /^\d{1,3}$/.test(form.holdDays.trim()) ? Number(form.holdDays) : null;
  const pay = payOfForm(form, amount, read);
  const terms: Terms = {
    format: 1,
    currency,
    pay,
    cap: {
      perSaleMinor: optional('capSale', form.capSale),
      perMonthMinor: optional('capMonth', form.capMonth),
      totalMinor: optional('capTotal', form.capTotal),
    },
    minimumPayoutMinor: optional('minimum', form.minimum) ?? 0,
    holdDays: read('holdDays', days !== null && days <= 120 ? days : null) ?? 0,
    approval: form.approval,
    vat: {
      base: form.vatBase,
      reward: form.vatReward,
      ratePpm: needsVat ? (read('vatRate', above(ratePpmOf(form.vatRate))) ?? 0) : 0,
    },
    rounding: form.rounding,
    floor: {
      priceMinor: optional('floorPrice', form.floorPrice),
      maxDiscountPpm:
        form.maxDiscount.trim() === '' ? null : (read('maxDiscount', ratePpmOf(form.maxDiscount)) ?? null),
    },
    creditNotes: form.creditNotes,
  };
  if (pay.length === 0) wrong.bonus = true;
  return Object.keys(wrong).length > 0 ? { wrong } : { terms };
}

type Read = <Value>(field: Field, value: Value | null) => Value | undefined;

const above = (value: number | null) => (value !== null && value > 0 ? value : null);

function payOfForm(form: TermsForm, amount: (text: string) => number | null, read: Read): Pay[] {
  const rate = () => read('rate', ratePpmOf(form.rate)) ?? 0;
  const sum = () => read('sum', above(amount(form.sum))) ?? 0;
  const pays: Pay[] = [];
  switch (form.pay) {
    case 'percent':
      pays.push({ kind: 'percent', ratePpm: rate() });
      break;
    case 'recurring': {
      const months = /^\d{1,3}$/.test(form.months.trim()) ? Number(form.months) : 0;
      pays.push({
        kind: 'recurring',
        ratePpm: rate(),
        months: read('months', months >= 1 && months <= 120 ? months : null) ?? 1,
      });
      break;
    }
    case 'flat':
      pays.push({ kind: 'flat', amountMinor: sum(), per: form.per });
      break;
    case 'hybrid':
      pays.push({
        kind: 'hybrid',
        fixedMinor: sum(),
        per: form.per === 'sale' ? 'agreement' : form.per,
        ratePpm: rate(),
      });
      break;
    case 'per_role': {
      const named = ROLES.flatMap((role) => {
        const ppm = form.roles[role].trim() === '' ? undefined : read('roles', ratePpmOf(form.roles[role]));
        return ppm === undefined ? [] : [[role, ppm] as const];
      });
      read('roles', named.length > 0 ? true : null);
      pays.push({ kind: 'per_role', rates: Object.fromEntries(named) });
      break;
    }
    case 'tiered':
      pays.push(tieredOfForm(form, amount, read));
      break;
    case 'none':
      break;
  }
  if (form.bonus === 'flat') {
    pays.push({
      kind: 'first_order',
      bonus: { kind: 'flat', amountMinor: read('bonusSum', above(amount(form.bonusSum))) ?? 0 },
    });
  }
  if (form.bonus === 'percent') {
    pays.push({
      kind: 'first_order',
      bonus: { kind: 'percent', ratePpm: read('bonusRate', ratePpmOf(form.bonusRate)) ?? 0 },
    });
  }
  return pays;
}

function tieredOfForm(form: TermsForm, amount: (text: string) => number | null, read: Read): Pay {
  const { mode, measure, window } = form;
  const begin = (text: string) =>
    measure === 'money' ? amount(text) : /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
  const tiers = form.tiers.map((tier, place) => ({
    from: place === 0 ? 0 : (read('tiers', begin(tier.from)) ?? 0),
    ratePpm: read('tiers', ratePpmOf(tier.rate)) ?? 0,
  }));
  const rises = tiers.every((tier, place) => place === 0 || tier.from > (tiers[place - 1]?.from ?? 0));
  const pays =
    mode === 'marginal' ||
    tiers.every((tier, place) => place === 0 || tier.ratePpm >= (tiers[place - 1]?.ratePpm ?? 0));
  read('tiers', rises && pays ? true : null);
  return { kind: 'tiered', mode, measure, window, tiers };
}
