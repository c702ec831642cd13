import { may, permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { Refusal } from '@mosty/kernel/refusal';
import { closeMonthOperation, getMonth, listMonths } from '../contract/close.ts';
import type { MonthTotal } from '../domain/totals.ts';
import { rights } from '../policy.ts';
import { closeMonth } from '../service/close-month.ts';
import { openMonths, showMonth, type ShownMonth } from '../service/show-month.ts';
import { allCloses, paidByMonth } from '../store/closes.ts';
import { canOf } from './present.ts';

/** What closing would be refused for, as a code; null when it may be closed. */
function standsInTheWay({ close, checks, month }: ShownMonth): Refusal | null {
  if (close) return new Refusal('conflict', 'ledger.month_closed', { month });
  const failed = checks.find((check) => check.blocks && !check.holds);
  if (!failed) return null;
  return new Refusal(
    'not_now',
    failed.code === 'month_over' ? 'ledger.month_not_over' : 'ledger.earlier_month_open',
    { month },
  );
}

/** Partners together, currency by currency. */
function together(totals: readonly MonthTotal[]) {
  return [...Map.groupBy(totals, (total) => total.currency)].map(([currency, rows]) => {
    const sum = (of: (total: MonthTotal) => bigint) => rows.reduce((total, row) => total + of(row), 0n);
    return {
      currency,
      partners: rows.length,
      openingMinor: sum((row) => row.openingMinor),
      accruedMinor: sum((row) => row.accruedMinor),
      clawedBackMinor: sum((row) => row.clawedBackMinor),
      correctedMinor: sum((row) => row.correctedMinor),
      writtenOffMinor: sum((row) => row.writtenOffMinor),
      waivedMinor: sum((row) => row.waivedMinor),
      paidMinor: sum((row) => row.paidMinor),
      closingMinor: sum((row) => row.closingMinor),
    };
  });
}

export const monthRoutes: readonly Served[] = [
  serve(getMonth, async (ctx, { params }) => {
    const shown = await showMonth(ctx, params);
    return {
      month: shown.month,
      closedAt: shown.close?.closedAt ?? null,
      closedBy: shown.close?.closedBy ?? null,
      closedByName: shown.closedByName,
      statements: { ...shown.statements },
      hash: shown.close?.hash ?? null,
      totals: together(shown.totals),
      checks: [...shown.checks],
      can: canOf({
        close: may(ctx, rights, 'period.close') && standsInTheWay(shown),
        send:
          may(ctx, rights, 'statement.send') &&
          (shown.close ? null : new Refusal('not_now', 'payouts.month_open')),
      }),
    };
  }),
  serve(listMonths, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'period.read');
      const paid = Map.groupBy(await paidByMonth(tx), (row) => row.month);
      const closed = (await allCloses(tx)).reverse().map(({ month, closedAt, closedBy, partners, hash }) => ({
        month,
        closedAt,
        closedBy,
        partners,
        hash,
        paid: paid.get(month) ?? [],
      }));
      return { open: await openMonths(tx), closed };
    }),
  ),
  serve(closeMonthOperation, (ctx, { params }) => closeMonth(ctx, params)),
];
