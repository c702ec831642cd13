import { agreementsAt } from '@mosty/agreements';
import { findPartnersByReference } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { codesByText } from '@mosty/tracking';
import type { AgreementFact } from '../domain/agreement.ts';
import type { Facts } from '../domain/engine/facts.ts';
import type { FactRow } from '../store/facts.ts';

/** Everything known of each row, in their order: whom it names, and the agreements of everybody named. */
export async function gatherFacts(tx: Tx, rows: readonly FactRow[]): Promise<Facts[]> {
  const named = await findPartnersByReference(tx, unique(rows.map((row) => row.namedPartner)));
  const codes = await codesByText(tx, unique(rows.map((row) => row.namedCode)));
  const facts = rows.map((row) => factsOf(tx, row, named, codes));
  const agreements = await agreementsAt(tx, unique(facts.flatMap(partnersIn)));
  const byPartner: ReadonlyMap<string, AgreementFact[]> = Map.groupBy(agreements, (one) => one.partnerId);
  return facts.map((fact) => ({
    ...fact,
    agreements: unique(partnersIn(fact)).flatMap((partnerId) => byPartner.get(partnerId) ?? []),
  }));
}

function factsOf(
  tx: Tx,
  row: FactRow,
  named: ReadonlyMap<string, string>,
  codes: Awaited<ReturnType<typeof codesByText>>,
): Facts {
  const code = row.namedCode === null ? undefined : codes.get(row.namedCode.toLowerCase());
  return {
    day: businessDateOf(row.occurredAt, tx.zone),
    at: row.occurredAt.toISOString(),
    named:
      row.namedPartner === null
        ? null
        : { text: row.namedPartner, partnerId: named.get(row.namedPartner) ?? null },
    code:
      row.namedCode === null
        ? null
        : code
          ? { text: row.namedCode, partnerId: code.partnerId, agreementId: code.agreementId }
          : { text: row.namedCode, partnerId: null },
    deals: [],
    touches: [],
    keeper: row.keeperPartnerId
      ? {
          partnerId: row.keeperPartnerId,
          sinceDay: row.keeperSince ? businessDateOf(row.keeperSince, tx.zone) : null,
          clientName: row.clientName ?? '',
        }
      : null,
    agreements: [],
  };
}

function partnersIn({ named, code, keeper, deals, touches }: Facts): (string | null | undefined)[] {
  return [
    named?.partnerId,
    code?.partnerId,
    keeper?.partnerId,
    ...deals.flatMap((deal) => [deal.source?.partnerId, ...deal.participants.map((one) => one.partnerId)]),
    ...touches.map((touch) => touch.partnerId),
  ];
}

function unique(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => Boolean(value)))];
}
