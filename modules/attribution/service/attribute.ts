import { agreementsAt } from '@mosty/agreements';
import { findPartnersByReference } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { codesByText } from '@mosty/tracking';
import { decideSource, type Decision, type SaleFacts } from '../domain.ts';
import { rights } from '../policy.ts';
import { creditsToDecide, salesToDecide, type FactRow } from '../store/facts.ts';
import {
  deleteUncredited,
  insertParticipants,
  insertUncredited,
  type ParticipantRow,
} from '../store/participants.ts';

const WHOLE_PPM = 1_000_000;

export interface Attributed {
  readonly credited: number;
  readonly uncredited: number;
  readonly direct: number;
}

/**
 * Decides who brought each of the sales and writes it down with its reason. Set-based, and safe to repeat: a sale
 * that has a source already keeps it.
 */
export function attributeSales(ctx: Context, input: { saleIds: readonly string[] }): Promise<Attributed> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'participant.decide');
    const decided = await decideAll(tx, await salesToDecide(tx, input.saleIds));
    await insertParticipants(tx, credits(tx, decided, 'sale'));
    const uncredited = decided.flatMap(({ row, decision }) =>
      decision.kind === 'uncredited' ? [{ saleId: row.id, reason: decision.reason }] : [],
    );
    await insertUncredited(tx, uncredited);
    const credited = decided.filter(({ decision }) => decision.kind === 'credited').map(({ row }) => row.id);
    await deleteUncredited(tx, credited);
    return {
      credited: credited.length,
      uncredited: uncredited.length,
      direct: decided.length - credited.length - uncredited.length,
    };
  });
}

/** The same for credits to a client that name no sale: the client's keeper answers for them. */
export function attributeRefunds(ctx: Context, input: { refundIds: readonly string[] }): Promise<Attributed> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'participant.decide');
    const decided = await decideAll(tx, await creditsToDecide(tx, input.refundIds));
    const rows = credits(tx, decided, 'refund');
    await insertParticipants(tx, rows);
    return { credited: rows.length, uncredited: 0, direct: decided.length - rows.length };
  });
}

interface Decided {
  readonly row: FactRow;
  readonly decision: Decision;
}

async function decideAll(tx: Tx, rows: readonly FactRow[]): Promise<Decided[]> {
  if (rows.length === 0) return [];
  const named = await findPartnersByReference(tx, unique(rows.map((row) => row.namedPartner)));
  const codes = await codesByText(tx, unique(rows.map((row) => row.namedCode)));
  const facts = rows.map((row) => factsOf(tx, row, named, codes));
  const partnerIds = unique(
    facts.flatMap((fact) => [fact.named?.partnerId, fact.code?.partnerId, fact.keeper?.partnerId]),
  );
  const agreements = await agreementsAt(tx, partnerIds);
  const byPartner = Map.groupBy(agreements, (agreement) => agreement.partnerId as string);
  return rows.map((row, index) => ({
    row,
    decision: decideSource(facts[index] as SaleFacts, (partnerId) => byPartner.get(partnerId) ?? []),
  }));
}

function factsOf(
  tx: Tx,
  row: FactRow,
  named: ReadonlyMap<string, string>,
  codes: Awaited<ReturnType<typeof codesByText>>,
): SaleFacts {
  const code = row.namedCode === null ? undefined : codes.get(row.namedCode.toLowerCase());
  return {
    day: businessDateOf(row.occurredAt, tx.zone),
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
    keeper: row.keeperPartnerId
      ? {
          partnerId: row.keeperPartnerId,
          sinceDay: row.keeperSince ? businessDateOf(row.keeperSince, tx.zone) : null,
          clientName: row.clientName ?? '',
        }
      : null,
  };
}

function credits(tx: Tx, decided: readonly Decided[], subject: 'sale' | 'refund'): ParticipantRow[] {
  return decided.flatMap(({ row, decision }) => {
    if (decision.kind !== 'credited') return [];
    const { agreement, partnerId, rule, reason } = decision.credit;
    return [
      {
        id: tx.ids.next('participant', row.occurredAt),
        saleId: subject === 'sale' ? row.id : null,
        refundId: subject === 'refund' ? row.id : null,
        partnerId,
        agreementId: agreement.id,
        class: agreement.class,
        kind: agreement.kind,
        role: 'source',
        sharePpm: WHOLE_PPM,
        rule,
        reason,
      },
    ];
  });
}

function unique(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => Boolean(value)))];
}
