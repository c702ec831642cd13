import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import type { Participation, World } from '../domain/accrue.ts';
import { dealBook, type DealBook } from '../domain/deal-book.ts';
import { dayFinder } from '../domain/day.ts';
import { looksBack, schemeBook } from '../domain/scheme-book.ts';
import { tallyBook } from '../domain/tally.ts';
import { earnedOnDeals } from '../store/earned-on-deals.ts';
import { assignmentsOf, lockAssignments } from '../store/assignments.ts';
import { firstPayments } from '../store/participations.ts';
import { publishedVersions } from '../store/schemes.ts';
import { talliesOf } from '../store/tally.ts';
import { periodFinder } from './periods.ts';

/** Loads what the rules look at for the given parts; agreements whose pay looks back are locked until the commit. */
export async function loadWorld(tx: Tx, parts: readonly Participation[]): Promise<World> {
  const agreementIds = [...new Set(parts.map((part) => part.agreementId as string))];
  const assignments = await assignmentsOf(tx, agreementIds);
  const versions = await publishedVersions(tx, [...new Set(assignments.map((one) => one.schemeId))]);
  const backward = new Set(
    versions.filter(({ terms }) => looksBack(terms)).map((version) => version.schemeId),
  );
  const backwardIds = [
    ...new Set(
      assignments.filter((one) => backward.has(one.schemeId)).map((one) => one.agreementId as string),
    ),
  ];
  const limitedIds = parts.filter(isLimited).map((part) => part.agreementId as string);
  await lockAssignments(tx, [...new Set([...backwardIds, ...limitedIds])]);
  const tallies = tallyBook(await talliesOf(tx, backwardIds));
  const asksFirst = versions.some(({ terms }) => terms.pay.some((pay) => pay.kind === 'recurring'));
  const clientIds = asksFirst ? [...new Set(parts.flatMap((part) => part.clientId ?? []))] : [];
  const firstPaid = await firstPayments(tx, clientIds);
  const dayOf = dayFinder(tx.zone);
  return {
    schemes: schemeBook(assignments, versions),
    tallies,
    deals: await dealsOfParts(tx, parts),
    now: { at: tx.now(), day: businessDateOf(tx.now(), tx.zone) },
    dayOf,
    firstPaidOn: (clientId) => {
      const at = firstPaid.get(clientId);
      return at ? dayOf(at) : null;
    },
    periodOf: await periodFinder(tx, dayOf),
  };
}

const isLimited = (part: Participation) => part.capMinor !== null && part.dealId !== null;

/** What limited parts have earned on their deals. `again`: parts that are priced once more, without what they earned. */
export async function dealsOfParts(
  tx: Tx,
  parts: readonly Participation[],
  again: readonly Participation[] = [],
): Promise<DealBook> {
  const dealIds = [...new Set(parts.filter(isLimited).flatMap((part) => part.dealId ?? []))];
  return dealBook(
    await earnedOnDeals(
      tx,
      dealIds,
      again.map((part) => part.participantId),
    ),
  );
}
