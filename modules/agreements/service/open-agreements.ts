import { refusedRow, type RefusedRow } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { startOfDay } from '@mosty/kernel/time';
import { bodyHash } from '../domain/body.ts';
import type { NewAgreement } from '../domain/opening.ts';
import { rights } from '../policy.ts';
import { insertAgreements, type AgreementRecord } from '../store/agreements.ts';
import { insertVersions, type VersionRecord } from '../store/versions.ts';
import { orViolation } from '../store/violations.ts';
import { beginPromises } from './begin-promises.ts';
import { keyOf, lookAround } from './opening-world.ts';
import { stagesOf } from './take-signed.ts';

/** What became of one row, in the order of the rows. `unchanged`: the same agreement is open already. */
export type OpeningOutcome =
  | { readonly outcome: 'opened' | 'unchanged'; readonly id: Id<'agreement'> }
  | RefusedRow;

/**
 * Opens agreements as a list: each of one class and one kind, a referral only for a proven client within the client
 * base (S2.6–S2.11). What was signed on paper before its partner went through the gates takes the partner over. Set-based; rows that break a rule are refused one by one, the others are opened.
 */
export function openAgreements(ctx: Context, rows: readonly NewAgreement[]): Promise<OpeningOutcome[]> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.open');
    const world = await lookAround(tx, rows);
    const stages = await stagesOf(tx, rows);
    const opened: { row: NewAgreement; record: AgreementRecord }[] = [];
    const outcomes = rows.map((row): OpeningOutcome => {
      const same = world.open.get(keyOf(row));
      if (same) return { outcome: 'unchanged', id: same };
      const refusal = world.refuses(row) ?? stages.refuses(row);
      if (refusal) return refusedRow(refusal);
      stages.opens(row);
      const record = newAgreement(tx, row);
      opened.push({ row, record });
      world.open.set(keyOf(row), record.id);
      if (record.clientId !== null) world.refersNow(record.clientId);
      return { outcome: 'opened', id: record.id };
    });
    await stages.takeOver();
    await orViolation(
      insertAgreements(
        tx,
        opened.map(({ record }) => record),
      ),
    );
    const versions = opened.flatMap(({ row, record }) =>
      row.expectations ? [firstVersion(tx, record, row.expectations)] : [],
    );
    await insertVersions(tx, versions);
    const onPaper = new Set(
      opened.filter(({ record }) => record.signedOn !== null).map(({ record }) => record.id),
    );
    await beginPromises(
      tx,
      versions.filter((version) => onPaper.has(version.agreementId)),
    );
    for (const { record } of opened) announce(tx, record);
    return outcomes;
  });
}

function newAgreement(tx: Tx, row: NewAgreement): AgreementRecord {
  return {
    id: tx.id('agreement'),
    partnerId: row.partnerId as Id<'partner'>,
    class: row.class,
    kind: row.kind,
    classReason: row.classReason ?? null,
    number: row.number ?? null,
    clientId: (row.clientId ?? null) as Id<'client'> | null,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? null,
    createdAt: tx.now(),
    acceptedAt: row.signedOn ? startOfDay(row.signedOn, tx.zone) : null,
    signedOn: row.signedOn ?? null,
    launchedOn: row.launchedOn ?? null,
    endedAt: null,
    endReason: null,
    // What was signed on paper is the first version: nobody has to accept it again.
    currentVersion: row.signedOn && row.expectations ? 1 : 0,
    department: null,
  };
}

function firstVersion(
  tx: Tx,
  agreement: AgreementRecord,
  body: NonNullable<NewAgreement['expectations']>,
): VersionRecord {
  return {
    ...body,
    exclusivity: body.exclusivity ?? null,
    id: tx.id('agreement_version'),
    agreementId: agreement.id,
    partnerId: agreement.partnerId,
    version: 1,
    bodyHash: bodyHash(agreement.id, 1, body),
    createdAt: tx.now(),
    createdBy: tx.actor.id,
  };
}

function announce(tx: Tx, agreement: AgreementRecord): void {
  const { id, partnerId, clientId, startsOn, signedOn, launchedOn } = agreement;
  const change = {
    agreementId: id,
    class: agreement.class,
    kind: agreement.kind,
    clientId,
    startsOn,
    signedOn,
    launchedOn,
  };
  tx.audit({
    verb: 'agreements.open_agreement',
    subject: partnerId,
    reason: agreement.classReason ?? undefined,
    change,
  });
  tx.emit({ type: 'agreement.opened', agreementId: id, partnerId });
  if (launchedOn !== null) tx.emit({ type: 'partner.enrolled', agreementId: id, partnerId });
}
