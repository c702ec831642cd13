import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import { BANDS } from '../../contract/partner-life.ts';
import { BAND_NEEDED_N, BAND_POINTS } from '../../domain/partner-life/trust-bands.ts';
import { lastYear, lately, withDays } from '../../domain/partner-life/windows.ts';
import { sharePpm } from '../../domain/share.ts';
import { rights } from '../../policy/channel.ts';
import { withHashJoins } from '../../store/hash-joins.ts';
import { selectBands } from '../../store/partner-life/trust.ts';

/** What came of sales and deals of partners by the band their trust is in (S0.14). */
export function readTrustBands(ctx: Context, asked: { class: ReportingClass }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const today = businessDateOf(tx.now(), tx.zone);
    const windows = { money: lately(today), deals: lastYear(today) };
    const of = { class: asked.class, currency: tx.currency };
    const rows = await withHashJoins(tx, () => selectBands(tx, of, windows));
    return {
      ...of,
      neededN: BAND_NEEDED_N,
      window: withDays(windows.money),
      dealsWindow: withDays(windows.deals),
      bands: BANDS.map((band) => {
        const row = rows.find((one) => one.band === band);
        const { partners = 0, sellers = 0, paidMinor = 0n, refundsMinor = 0n } = row ?? {};
        const { deals = 0, closed = 0, won = 0, expansions = 0 } = row ?? {};
        const share = (part: number, whole: number) =>
          whole < BAND_NEEDED_N ? null : sharePpm(BigInt(part), BigInt(whole));
        return {
          band,
          class: asked.class,
          fromPoints: BAND_POINTS[band].from,
          toPoints: BAND_POINTS[band].to,
          partners,
          sellers,
          activePpm: share(sellers, partners),
          paidMinor,
          refundsMinor,
          refundsPpm: sharePpm(refundsMinor, paidMinor),
          deals,
          closed,
          won,
          wonPpm: share(won, closed),
          expansions,
        };
      }),
    };
  });
}
