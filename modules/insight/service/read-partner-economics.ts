import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { addDays, businessDateOf, monthOf } from '@mosty/kernel/time';
import type { Measure } from '../domain/measure.ts';
import { partnerBook } from '../domain/partner-book.ts';
import { lengthOf, windowOf } from '../domain/window.ts';
import { rights } from '../policy/channel.ts';
import {
  partnerExists,
  selectOwed,
  selectPartnerBooks,
  selectPartnerMonths,
  type PartnerBookRow,
} from '../store/select-partner-books.ts';
import type { AskedWindow } from './read-channel.ts';

/** A partner that nobody ever accrued or spent anything on has no books: nothing is zero, it is absent. */
export function readPartnerEconomics(ctx: Context, asked: AskedWindow & { partnerId: Id<'partner'> }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'economics.read');
    if (!(await partnerExists(tx, asked.partnerId)))
      refuse('not_found', 'directory.partner_unknown', { partnerId: asked.partnerId });
    const today = businessDateOf(tx.now(), tx.zone);
    const owed = await selectOwed(tx, asked.partnerId);
    const months = await selectPartnerMonths(tx, asked.partnerId);
    const since = months.map((row) => row.month).sort()[0] ?? today;
    const lifetime = { from: since, to: addDays(today, 1) };
    const window = asked.from || asked.to ? orRefuse(windowOf(asked, today)) : lifetime;
    const rows = await selectPartnerBooks(tx, asked.partnerId, window);
    const books = rows
      .filter((row) => asked.currency === undefined || row.currency === asked.currency)
      .map((row) => {
        const { class: name, currency } = row;
        const own = (one: { class: string; currency: string }) =>
          one.class === name && one.currency === currency;
        const due = owed.find(own);
        return {
          ...partnerBook({
            class: name,
            currency,
            totals: totalsOf(row),
            owed: { accruals: Number(due?.accruals ?? 0), minor: due?.minor ?? 0n },
            lifetime,
            window,
          }),
          firstSaleOn: row.firstSaleOn,
          lastSaleOn: row.lastSaleOn,
          paybackMonth: row.paybackMonth,
          tookPart: Number(row.tookPart),
          months: months.filter(own).map(({ month, broughtMinor, costMinor, balanceMinor }) => ({
            month: monthOf(month),
            broughtMinor,
            costMinor,
            balanceMinor,
          })),
        };
      });
    return {
      partnerId: asked.partnerId,
      window: { ...window, days: lengthOf(window) },
      books,
      can: {},
    };
  });
}

export type PartnerEconomics = Awaited<ReturnType<typeof readPartnerEconomics>>;

/** Every number of the partner, to be found by name and class when somebody opens it. */
export function measuresOfPartner(economics: PartnerEconomics): Measure[] {
  return economics.books.flatMap((book) => [
    book.clients,
    book.brought,
    book.refunds,
    book.commission,
    book.costs,
    book.cost,
    book.costShare,
    book.owed,
  ]);
}

function totalsOf(row: PartnerBookRow) {
  return {
    salesCount: Number(row.salesCount),
    salesMinor: row.salesMinor,
    refundsCount: Number(row.refundsCount),
    refundsMinor: row.refundsMinor,
    accrualsCount: Number(row.accrualsCount),
    commissionMinor: row.commissionMinor,
    costsCount: Number(row.costsCount),
    costsMinor: row.costsMinor,
    goodsMinor: row.goodsMinor,
    goodsUnknownCount: Number(row.goodsUnknownCount),
    clientsCame: Number(row.clientsCame),
  };
}
