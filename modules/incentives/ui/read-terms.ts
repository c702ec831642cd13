import { readAmount } from '@mosty/ui-kit';
import type { Pay, Terms } from '../contract.ts';
import { ratePpmOf } from './form-figures.ts';
import { ROLES, type Field, type TermsForm, type Wrong } from './terms-form.ts';

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
