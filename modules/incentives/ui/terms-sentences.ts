import { formatMoney, formatPercent, type Language } from '@mosty/ui-kit';
import type { Pay, Terms } from '../contract.ts';
import { isRound } from './form-figures.ts';
import type { Say } from './say.ts';

/** A sentence of the terms, with levels as lines of their own below it. */
export interface Said {
  readonly text: string;
  readonly lines?: readonly string[];
}

interface Voice {
  readonly t: Say;
  readonly money: (minor: number) => string;
  readonly rate: (ppm: number) => string;
}

/** The terms in sentences, what is paid first. Absent conditions are not said. */
export function termsSentences(t: Say, terms: Terms, companyCurrency: string, language: Language): Said[] {
  const voice = voiceOf(t, terms, companyCurrency, language);
  return [
    ...terms.pay.flatMap((pay) => paySentences(voice, pay)),
    ...conditions(voice, terms).map((text) => ({ text })),
  ];
}

/** What is paid, in one line: for lists. */
export function shortTerms(t: Say, terms: Terms, companyCurrency: string, language: Language): string {
  return terms.pay
    .flatMap((pay) => paySentences(voiceOf(t, terms, companyCurrency, language), pay))
    .map(({ text, lines = [] }) => [text, ...lines].join(' '))
    .join(' ');
}

function voiceOf(t: Say, terms: Terms, companyCurrency: string, language: Language): Voice {
  return {
    t,
    // «20 000 ₽», not «20 000,00 ₽»: in a sentence kopecks are said only where there are some.
    money: (minor) =>
      formatMoney(minor, terms.currency ?? companyCurrency, language, {
        precision: isRound(minor, terms.currency ?? companyCurrency) ? 'whole' : 'exact',
      }),
    rate: (ppm) => formatPercent(ppm, language, { digits: 4 }),
  };
}

function paySentences({ t, money, rate }: Voice, pay: Pay): Said[] {
  switch (pay.kind) {
    case 'flat':
      return [{ text: t(`says.flat.${pay.per}`, { sum: money(pay.amountMinor) }) }];
    case 'percent':
      return [{ text: t('says.percent', { rate: rate(pay.ratePpm) }) }];
    case 'hybrid':
      return [{ text: t(`says.hybrid.${pay.per}`, { sum: money(pay.fixedMinor), rate: rate(pay.ratePpm) }) }];
    case 'recurring':
      return [{ text: t('says.recurring', { rate: rate(pay.ratePpm), count: pay.months }) }];
    case 'first_order': {
      const { bonus } = pay;
      const text =
        bonus.kind === 'flat'
          ? t('says.firstFlat', { sum: money(bonus.amountMinor) })
          : t('says.firstPercent', { rate: rate(bonus.ratePpm) });
      return [{ text }];
    }
    case 'per_role':
      return Object.entries(pay.rates).map(([role, ppm]) => ({
        text: t('says.role', { role: t(`role.${role}`), rate: rate(ppm) }),
      }));
    case 'tiered': {
      const isCount = pay.measure === 'count';
      const lines = pay.tiers.map(({ from, ratePpm }, place) => {
        const key = `says.level${isCount ? 'Count' : 'Money'}${place === 0 ? 'First' : ''}`;
        return t(key, { rate: rate(ratePpm), from: isCount ? from : money(from) });
      });
      const said = lines.map((line, place) => (place === lines.length - 1 ? line.replace(/;$/, '.') : line));
      const window = t(`says.window.${pay.window}`);
      return [
        {
          text: t(pay.mode === 'marginal' ? 'says.tieredMarginal' : 'says.tieredWhole', { window }),
          lines: said,
        },
      ];
    }
  }
}

function conditions({ t, money, rate }: Voice, terms: Terms): string[] {
  const { cap, floor, vat } = terms;
  const when = (said: boolean, text: () => string) => (said ? [text()] : []);
  return [
    ...when(cap.perSaleMinor !== null, () => t('says.capSale', { sum: money(cap.perSaleMinor ?? 0) })),
    ...when(cap.perMonthMinor !== null, () => t('says.capMonth', { sum: money(cap.perMonthMinor ?? 0) })),
    ...when(cap.totalMinor !== null, () => t('says.capTotal', { sum: money(cap.totalMinor ?? 0) })),
    terms.holdDays === 0 ? t('says.hold0') : t('says.hold', { count: terms.holdDays }),
    ...when(terms.approval === 'manual', () => t('says.manual')),
    ...when(terms.minimumPayoutMinor > 0, () => t('says.minimum', { sum: money(terms.minimumPayoutMinor) })),
    ...when(vat.base === 'without_vat', () => t('says.withoutVat', { rate: rate(vat.ratePpm) })),
    vat.reward === 'on_top' ? t('says.vatOnTop', { rate: rate(vat.ratePpm) }) : t('says.vatIncluded'),
    ...when(floor.priceMinor !== null, () => t('says.floorPrice', { sum: money(floor.priceMinor ?? 0) })),
    ...when(floor.maxDiscountPpm !== null, () =>
      t('says.floorDiscount', { rate: rate(floor.maxDiscountPpm ?? 0) }),
    ),
    terms.creditNotes === 'by_client' ? t('says.byClient') : t('says.bySale'),
    ...when(terms.rounding !== 'half_away_from_zero', () =>
      t('says.rounding', { rounding: t(`roundingWords.${terms.rounding}`) }),
    ),
  ];
}
