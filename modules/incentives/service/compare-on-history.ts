import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { addMonths, businessDateOf, firstDay, monthOf, type BusinessDate } from '@mosty/kernel/time';
import type { Terms } from '../contract/terms.ts';
import { byPartner, sumTrial } from '../domain/trial.ts';
import { rights } from '../policy.ts';
import { agreementsToTry, type AgreementToTry } from '../store/earned.ts';
import { beforeReward } from '../store/before-reward.ts';
import { tryTerms } from './try-terms.ts';

/** What is asked of history: schemes beside each other, whose sales, of which days (half-open). */
export interface TrialQuestion {
  readonly schemes: readonly { readonly name: string; readonly terms: Terms }[];
  readonly class: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Null or nothing: every partner of the class. */
  readonly partnerIds?: readonly Id<'partner'>[] | null | undefined;
}

const MONTHS_MOST = 60;

/**
 * What several schemes would have paid for the same sales: by partner, in all, and what would be left (S1.36). Nothing is
 * posted. @throws incentives.trial_window, incentives.trial_currencies, incentives.no_agreements_to_try
 */
export function compareOnHistory(ctx: Context, question: TrialQuestion) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'scheme.read');
    return countTrial(tx, question);
  });
}

export async function countTrial(tx: Tx, question: TrialQuestion) {
  const { currency, agreements } = await whatIsTried(tx, question);
  const { from, to, schemes } = question;
  const { tried, otherCurrencySales } = await tryTerms(tx, {
    terms: schemes.map(({ terms }) => terms),
    agreements,
    currency,
    from,
    to,
  });
  const partners = byPartner(tried);
  const before = await beforeReward(tx, {
    agreementIds: agreements.map(({ agreementId }) => agreementId),
    partnerIds: question.partnerIds ?? null,
    class: question.class,
    currency,
    from,
    to,
  });
  const sums = sumTrial(partners, before, schemes.length);
  return {
    currency,
    partners: partners.map(({ partnerId, partnerName, sales, salesMinor, wasMinor, becomesMinor }) => ({
      partnerId,
      partnerName,
      sales,
      salesMinor,
      wasMinor,
      becomesMinor: [...becomesMinor],
    })),
    was: sums.was,
    schemes: sums.schemes.map((sum, place) => ({ name: schemes[place]?.name ?? '', ...sum })),
    otherCurrencySales,
  };
}

/** The agreements and the currency of a question. @throws as `compareOnHistory` */
export async function whatIsTried(
  tx: Tx,
  question: TrialQuestion,
): Promise<{ currency: string; agreements: AgreementToTry[] }> {
  checkWindow(question);
  const currency = currencyOf(tx, question);
  const agreements = await agreementsToTry(tx, {
    schemeId: null,
    class: question.class,
    partnerIds: question.partnerIds ?? null,
    today: businessDateOf(tx.now(), tx.zone),
  });
  if (agreements.length === 0) refuse('not_now', 'incentives.no_agreements_to_try');
  return { currency, agreements };
}

/** @throws incentives.trial_window */
export function checkWindow({ from, to }: Pick<TrialQuestion, 'from' | 'to'>): void {
  if (to <= from || to > firstDay(addMonths(monthOf(from), MONTHS_MOST + 1)))
    refuse('invalid', 'incentives.trial_window', { months: MONTHS_MOST });
}

/** Sums in two currencies are not compared. @throws incentives.trial_currencies */
export function currencyOf(tx: Tx, { schemes }: Pick<TrialQuestion, 'schemes'>): string {
  const currencies = new Set(schemes.map(({ terms }) => terms.currency ?? tx.currency));
  const [currency = tx.currency, ...others] = currencies;
  if (others.length > 0)
    refuse('invalid', 'incentives.trial_currencies', { currencies: [...currencies].join(', ') });
  return currency;
}
