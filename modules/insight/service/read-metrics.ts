import type { Tx } from '@mosty/kernel/context';
import { addDays, addMonths, businessDateOf, monthOf, type BusinessDate } from '@mosty/kernel/time';
import { BOOKS, CLASSES, type ReportingClass } from '../contract/class.ts';
import { compared } from '../domain/measure.ts';
import { activeShare } from '../domain/metrics/active-share.ts';
import { averageCheck } from '../domain/metrics/average-check.ts';
import { clientValue } from '../domain/metrics/client-value.ts';
import { concentration } from '../domain/metrics/concentration.ts';
import { payback } from '../domain/metrics/payback.ts';
import { referralCapacity } from '../domain/metrics/referral-capacity.ts';
import { shareOfRevenue } from '../domain/metrics/share-of-revenue.ts';
import { timeToFirstSale } from '../domain/metrics/time-to-first-sale.ts';
import { companyPaidMinor, paidMinor, rowsOfPaid } from '../domain/totals.ts';
import type { Window } from '../domain/window.ts';
import type { BooksOfWindow } from '../store/select-books.ts';
import { selectCohorts } from '../store/select-cohorts.ts';
import { selectTop } from '../store/select-months.ts';
import type { Networks } from '../store/select-network.ts';
import { selectPaybacks } from '../store/select-partners.ts';

interface Given {
  readonly window: Window;
  readonly before: Window;
  readonly currency: string;
  readonly books: BooksOfWindow;
  readonly network: Networks;
  readonly medianCycleDays: number | null;
}

export async function readMetrics(tx: Tx, given: Given) {
  const { window, before, currency, books, network } = given;
  const today = businessDateOf(tx.now(), tx.zone);
  const share = (name: ReportingClass, of: BooksOfWindow['now'], within: Window) =>
    shareOfRevenue({
      class: name,
      paidMinor: paidMinor(of[name]),
      companyPaidMinor: companyPaidMinor(of),
      n: rowsOfPaid(of[name]),
      window: within,
    });
  const active = ({ working, active: selling }: { working: number; active: number }, end: Window['to']) =>
    activeShare({ end, medianCycleDays: given.medianCycleDays, selling, working });
  const sellers = network.partner_sales;

  const cohorts = await selectCohorts(tx, today, currency);
  const month = addMonths(monthOf(window.to), -1);
  const top = await selectTop(tx, month, currency);
  const held = concentration({
    month,
    topPaidMinor: top?.topPaidMinor ?? 0n,
    paidMinor: top?.paidMinor ?? 0n,
    sellers: top?.sellers ?? 0,
  });
  const paybacks = await selectPaybacks(tx, currency);
  const sinceThe = (day: BusinessDate | null): Window => ({ from: day ?? today, to: addDays(today, 1) });

  return {
    shares: CLASSES.map((name) =>
      compared(share(name, books.now, window), share(name, books.before, before)),
    ),
    active: compared(
      active(sellers, window.to),
      active({ working: sellers.workingBefore, active: sellers.activeBefore }, before.to),
    ),
    checks: BOOKS.map((name) =>
      compared(
        averageCheck({ class: name, ...books.now[name], currency, window }),
        averageCheck({ class: name, ...books.before[name], currency, window: before }),
      ),
    ),
    clientValues: BOOKS.flatMap((name) =>
      cohorts
        .filter((cohort) => cohort.class === name)
        .map((cohort) => clientValue({ ...cohort, currency, today })),
    ),
    timeToFirstSale: timeToFirstSale({
      days: sellers.daysToFirstSale,
      accepted: sellers.accepted,
      window: sinceThe(sellers.acceptedSince),
    }),
    concentration: held,
    referralCapacity: referralCapacity({
      referrals: network.referral.working,
      clients: cohorts.reduce((sum, cohort) => sum + cohort.clients, 0),
      window: sinceThe(cohorts.map((cohort) => cohort.since).sort()[0] ?? null),
    }),
    payback: payback({
      class: 'partner_sales',
      months: paybacks.months,
      goodsCostUnknown: paybacks.goodsCostUnknown,
      window: sinceThe(paybacks.since),
    }),
    top: held.value !== null && top?.topName ? { name: top.topName, sharePpm: held.value } : null,
  };
}
