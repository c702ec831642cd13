import { agreementsAt } from '@mosty/agreements';
import { findPartnersByReference } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { dealsOfSales, type DealFact } from '@mosty/deals';
import { codesByText, touchesOfClients, type Touch } from '@mosty/tracking';
import type { AgreementFact } from '../domain/agreement.ts';
import type { Facts, Ruling, TouchFact } from '../domain/engine/facts.ts';
import type { FactRow } from '../store/facts.ts';

/** Everything known of each row, in their order: whom it names, and the agreements of everybody named. */
export async function gatherFacts(
  tx: Tx,
  rows: readonly FactRow[],
  rulingOf: (id: string) => Ruling | null = () => null,
): Promise<Facts[]> {
  const named = await findPartnersByReference(tx, unique(rows.map((row) => row.namedPartner)));
  const codes = await codesByText(tx, unique(rows.map((row) => row.namedCode)));
  const deals = await dealsOfSales(
    tx,
    rows.map(({ id, clientId, occurredAt }) => ({ saleId: id, clientId, occurredAt })),
  );
  const touches = await touchesOf(tx, rows);
  const told = { named, codes, deals, touches };
  const facts = rows.map((row) => factsOf(tx, row, told, rulingOf(row.id)));
  const agreements = await agreementsAt(tx, unique(facts.flatMap(partnersIn)));
  const byPartner: ReadonlyMap<string, AgreementFact[]> = Map.groupBy(agreements, (one) => one.partnerId);
  return facts.map((fact) => ({
    ...fact,
    agreements: partnersIn(fact).flatMap((partnerId) => byPartner.get(partnerId) ?? []),
  }));
}

/** What the texts of the rows stand for. */
interface Told {
  readonly named: ReadonlyMap<string, string>;
  readonly codes: Awaited<ReturnType<typeof codesByText>>;
  /** By sale. */
  readonly deals: ReadonlyMap<string, readonly DealFact[]>;
  /** By client, oldest first. */
  readonly touches: ReadonlyMap<string, readonly Touch[]>;
}

function factsOf(tx: Tx, row: FactRow, told: Told, ruling: Ruling | null): Facts {
  const { named, codes } = told;
  const code = row.namedCode === null ? undefined : codes.get(row.namedCode.toLowerCase());
  return {
    day: businessDateOf(row.occurredAt, tx.zone),
    at: row.occurredAt.toISOString(),
    named: row.namedPartner === null ? null : { partnerId: named.get(row.namedPartner) ?? null },
    code:
      row.namedCode === null
        ? null
        : code
          ? { partnerId: code.partnerId, agreementId: code.agreementId, codeId: code.id }
          : { partnerId: null },
    deals: (told.deals.get(row.id) ?? []).map(plainDeal),
    touches: before(row, told.touches.get(row.clientId ?? '') ?? []),
    keeper: row.keeperPartnerId
      ? {
          partnerId: row.keeperPartnerId,
          sinceDay: row.keeperSince ? businessDateOf(row.keeperSince, tx.zone) : null,
        }
      : null,
    agreements: [],
    ...(ruling && { ruling }),
  };
}

const DAY_MS = 86_400_000;
/** No window of a policy is longer: facts kept now answer for every policy that may be tried on them. */
const WINDOW_DAYS_MAX = 730;

async function touchesOf(tx: Tx, rows: readonly FactRow[]): Promise<Map<string, Touch[]>> {
  const asked = rows.flatMap(({ clientId, occurredAt }) =>
    clientId === null ? [] : [{ clientId, until: occurredAt }],
  );
  const oldest = Math.min(...asked.map(({ until }) => until.getTime()));
  return asked.length === 0
    ? new Map()
    : touchesOfClients(tx, asked, new Date(oldest - WINDOW_DAYS_MAX * DAY_MS));
}

/** Touches after the sale are of another purchase. */
function before({ occurredAt }: FactRow, touches: readonly Touch[]): TouchFact[] {
  const until = occurredAt.getTime();
  return touches
    .filter(({ at }) => at.getTime() <= until && at.getTime() >= until - WINDOW_DAYS_MAX * DAY_MS)
    .map(({ partnerId, agreementId, at, kind, linkId, codeId }) => ({
      partnerId,
      agreementId,
      at: at.toISOString(),
      kind,
      cameBy: linkId ?? codeId,
    }));
}

/** Kept with the decision as plain data. */
function plainDeal({ dealId, number, linked, source, registeredAt, protectedUntil, participants }: DealFact) {
  return {
    dealId,
    number,
    linked,
    source,
    registeredAt: registeredAt.toISOString(),
    protectedUntil,
    participants: participants.map(({ sharePpm, capMinor, ...part }) => ({
      ...part,
      sharePpm: Number(sharePpm),
      capMinor: capMinor === null ? null : Number(capMinor),
    })),
  };
}

/** Everybody the facts speak of. */
export function partnersIn({ named, code, keeper, deals, touches, ruling }: Facts): string[] {
  return unique([
    named?.partnerId,
    code?.partnerId,
    keeper?.partnerId,
    ...deals.flatMap((deal) => [deal.source?.partnerId, ...deal.participants.map((one) => one.partnerId)]),
    ...touches.map((touch) => touch.partnerId),
    ...(ruling?.sources.map((one) => one.partnerId) ?? []),
  ]);
}

function unique(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => Boolean(value)))];
}
