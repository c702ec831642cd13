import type { Tx } from '@mosty/kernel/context';
import { SIGNALS } from '../contract/parts.ts';
import type { Book, Facts } from '../domain/facts.ts';
import { byPartner, type AskedInput } from '../store/inputs/asked.ts';
import { books, cameOn, ourFaults, wrote, type BookRow } from '../store/inputs/pulse.ts';
import * as reliability from '../store/inputs/reliability.ts';
import { mentions, outcomes, shown } from '../store/inputs/reputation.ts';
import { signalDays } from '../store/inputs/signals.ts';
import { standings } from '../store/inputs/standings.ts';
import type { Yardstick } from '../store/yardsticks.ts';
import { audienceFits } from './audience-fit.ts';

/** Everything scores follow from, one query an input whoever is asked about. Partners that are not scored are left out. */
export async function gatherFacts(
  tx: Tx,
  asked: AskedInput,
  yardstick: Yardstick,
): Promise<ReadonlyMap<string, Facts>> {
  const found = await standings(tx, asked);
  const scored = { ...asked, partnerIds: found.map((one) => one.partnerId) };
  if (found.length === 0) return new Map();
  const of = {
    shown: byPartner(await shown(tx, scored)),
    outcomes: byPartner(await outcomes(tx, scored)),
    mentions: byPartner(await mentions(tx, scored)),
    registrations: byPartner(await reliability.registrations(tx, scored)),
    promises: byPartner(await reliability.promises(tx, scored)),
    plan: byPartner(await reliability.plan(tx, scored)),
    replies: byPartner(await reliability.replies(tx, scored)),
    months: byPartner(await reliability.soldMonths(tx, scored)),
    incidents: byPartner(await reliability.incidents(tx, scored)),
    openFlags: byPartner(await reliability.openFlags(tx, scored)),
    signals: byPartner(await signalDays(tx, scored)),
    books: byPartner(await books(tx, scored)),
    cameOn: byPartner(await cameOn(tx, scored)),
    wrote: byPartner(await wrote(tx, scored)),
    ourFaults: byPartner(await ourFaults(tx, scored)),
  };
  const fits = await audienceFits(tx, scored.partnerIds);
  const entries = found.map(({ partnerId, kinds, since }): [string, Facts] => {
    const days = of.signals.get(partnerId) ?? [];
    return [
      partnerId,
      {
        kinds,
        since,
        shown: of.shown.get(partnerId) ?? [],
        outcomes: of.outcomes.get(partnerId) ?? [],
        fit: fits.get(partnerId) ?? null,
        mentions: of.mentions.get(partnerId) ?? [],
        registrations: of.registrations.get(partnerId) ?? [],
        promises: of.promises.get(partnerId) ?? [],
        plan: of.plan.get(partnerId) ?? [],
        replies: of.replies.get(partnerId) ?? [],
        months: monthsOf(of.months.get(partnerId) ?? [], yardstick),
        incidents: of.incidents.get(partnerId) ?? [],
        openFlags: of.openFlags.get(partnerId) ?? [],
        signals: Object.fromEntries(
          SIGNALS.map((signal) => [signal, days.find((one) => one.signal === signal)?.days ?? []]),
        ) as unknown as Facts['signals'],
        books: (of.books.get(partnerId) ?? []).map((row) => bookOf(row, kinds, yardstick)),
        cameOn: (of.cameOn.get(partnerId) ?? []).map(({ on }) => on),
        wrote: of.wrote.get(partnerId) ?? [],
        ourFaults: of.ourFaults.get(partnerId) ?? [],
        usualApproved: yardstick.approved,
      },
    ];
  });
  return new Map(entries);
}

/** A row a month: the refunds usual for as many sales are counted class by class and then looked at together. */
function monthsOf(rows: readonly reliability.MonthOfClass[], { refunds }: Yardstick): Facts['months'] {
  const months = new Map<string, Facts['months'][number]>();
  for (const row of rows.toSorted((a, b) => (a.class < b.class ? -1 : 1))) {
    const so = months.get(row.month);
    months.set(row.month, {
      id: row.month.slice(0, 7),
      on: row.month,
      sales: (so?.sales ?? 0) + row.sales,
      refunds: (so?.refunds ?? 0) + row.refunds,
      usualRefunds: (so?.usualRefunds ?? 0) + row.sales * (refunds[row.class] ?? 0),
    });
  }
  return [...months.values()];
}

/** The median of its kind; of several kinds the highest, and where nobody of the kind brought anything, its own. */
function bookOf({ book, now, before }: BookRow, kinds: readonly string[], { medians }: Yardstick): Book {
  const known = kinds.flatMap((kind) => medians[`${kind} ${book}`] ?? []).map(BigInt);
  const median = known.length === 0 ? now : known.reduce((a, b) => (a > b ? a : b));
  return { book, now, before, median };
}
