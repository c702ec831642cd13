import { agreementsAt } from '@mosty/agreements';
import { findPartnersByReference, partnersById } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import { isId } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { codesByText } from '@mosty/tracking';
import type { AgreementFact } from '../domain/agreement.ts';
import type { Facts, Ruling } from '../domain/engine/facts.ts';
import type { FactRow } from '../store/facts.ts';

/** Everything known of each row, in their order: whom it names, and the agreements of everybody named. */
export async function gatherFacts(
  tx: Tx,
  rows: readonly FactRow[],
  rulingOf: (id: string) => Ruling | null = () => null,
): Promise<Facts[]> {
  const texts = unique(rows.map((row) => row.namedPartner));
  const named = await findPartnersByReference(tx, texts);
  const spoken = await spokenNames(tx, texts);
  const codes = await codesByText(tx, unique(rows.map((row) => row.namedCode)));
  const facts = rows.map((row) => factsOf(tx, row, { named, spoken, codes }, rulingOf(row.id)));
  const agreements = await agreementsAt(tx, unique(facts.flatMap(partnersIn)));
  const byPartner: ReadonlyMap<string, AgreementFact[]> = Map.groupBy(agreements, (one) => one.partnerId);
  return facts.map((fact) => ({
    ...fact,
    agreements: partnersIn(fact).flatMap((partnerId) => byPartner.get(partnerId) ?? []),
  }));
}

/** A form tells the id of the partner that was chosen in it: who reads the reason sees its name. */
async function spokenNames(tx: Tx, texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const chosen = texts.filter((text) => isId('partner', text));
  if (chosen.length === 0) return new Map();
  return new Map((await partnersById(tx, chosen)).map(({ id, name }) => [id, name]));
}

/** What the texts of the rows stand for. */
interface Told {
  readonly named: ReadonlyMap<string, string>;
  readonly spoken: ReadonlyMap<string, string>;
  readonly codes: Awaited<ReturnType<typeof codesByText>>;
}

function factsOf(tx: Tx, row: FactRow, { named, spoken, codes }: Told, ruling: Ruling | null): Facts {
  const code = row.namedCode === null ? undefined : codes.get(row.namedCode.toLowerCase());
  return {
    day: businessDateOf(row.occurredAt, tx.zone),
    at: row.occurredAt.toISOString(),
    named:
      row.namedPartner === null
        ? null
        : {
            text: spoken.get(row.namedPartner) ?? row.namedPartner,
            partnerId: named.get(row.namedPartner) ?? null,
          },
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
    ...(ruling && { ruling }),
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
