import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { addMonths, businessDateOf, firstDay, monthOf, type Month } from '@mosty/kernel/time';
import { ENOUGH, PARTNERS_MOST, weighRisk as imagine, type RiskSetting } from '../domain/risk.ts';
import { rights } from '../policy.ts';
import { agreementsToTry, type AgreementToTry } from '../store/earned.ts';
import { monthsSold } from '../store/months-sold.ts';

export interface WeighRisk extends RiskSetting {
  readonly class: string;
  /** Whole months of history to draw from. */
  readonly historyMonths: number;
}

/**
 * Who carries the risk of a fixed sum with a percent beside a percent alone (S1.37–38): months ahead imagined from the
 * whole months of partners that work today, each from its own, those without a sale among them.
 * @throws incentives.no_agreements_to_try
 */
export function weighRisk(ctx: Context, { class: name, historyMonths, ...setting }: WeighRisk) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'scheme.read');
    const today = businessDateOf(tx.now(), tx.zone);
    const to = monthOf(today);
    const from = addMonths(to, -historyMonths);
    const agreements = await agreementsToTry(tx, { schemeId: null, class: name, partnerIds: null, today });
    const working = agreements.filter(
      ({ startsOn, endsOn }) => startsOn < firstDay(to) && (endsOn === null || endsOn > today),
    );
    if (working.length === 0) refuse('not_now', 'incentives.no_agreements_to_try');
    const sold = await monthsSold(tx, {
      agreementIds: working.map(({ agreementId }) => agreementId),
      currency: tx.currency,
      from,
      to,
    });
    const months = monthsOfPartners(working, sold, { from, to });
    const told = imagine(months.slice(0, PARTNERS_MOST), setting);
    const longest = months.reduce((most, own) => Math.max(most, own.length), 0);
    return {
      ...told,
      currency: tx.currency,
      from: addMonths(to, -longest),
      to: addMonths(to, -1),
      leftOut: Math.max(0, months.length - PARTNERS_MOST),
      isEnough: longest >= ENOUGH.months && told.partnerMonths >= ENOUGH.partnerMonths,
      hybrid: presentWay(told.hybrid),
      flat: presentWay(told.flat),
      equalRatePpm: told.equalRatePpm === null ? null : Number(told.equalRatePpm),
      bars: [...told.bars],
    };
  });
}

/** Each partner's months since its agreement began, empty ones included; whoever sold most first. */
function monthsOfPartners(
  agreements: readonly AgreementToTry[],
  sold: Awaited<ReturnType<typeof monthsSold>>,
  { from, to }: { from: Month; to: Month },
): bigint[][] {
  const ofMonth = new Map(sold.map((row) => [`${row.partnerId} ${row.month}`, row.soldMinor]));
  const began = new Map<string, Month>();
  for (const { partnerId, startsOn } of agreements) {
    const month = monthOf(startsOn);
    const known = began.get(partnerId);
    if (known === undefined || month < known) began.set(partnerId, month);
  }
  return Array.from(began, ([partnerId, first]) => {
    const months: bigint[] = [];
    for (let month = first > from ? first : from; month < to; month = addMonths(month, 1))
      months.push(ofMonth.get(`${partnerId} ${month}`) ?? 0n);
    return months;
  }).toSorted((a, b) => (sumOf(a) < sumOf(b) ? 1 : sumOf(a) > sumOf(b) ? -1 : 0));
}

const sumOf = (months: readonly bigint[]) => months.reduce((sum, minor) => sum + minor, 0n);

const presentWay = ({ thin, ...way }: ReturnType<typeof imagine>['hybrid']) => ({
  ...way,
  thin: { p10: Number(thin.p10), p50: Number(thin.p50), p90: Number(thin.p90), mean: Number(thin.mean) },
});
