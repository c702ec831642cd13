import { keptPartner } from '@mosty/directory';
import { findFile } from '@mosty/files';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import type { DocumentKind } from '../contract/document.ts';
import { rights } from '../policy.ts';
import { documentedPayout, insertDocument, lockDocument, markWithdrawn } from '../store/documents.ts';
import { findStatement } from '../store/statements.ts';

export interface AttachDocument {
  readonly kind: DocumentKind;
  readonly payoutId?: Id<'payout'> | undefined;
  readonly statementId?: Id<'statement'> | undefined;
  readonly number: string;
  readonly onDay: BusinessDate;
  readonly fileId?: Id<'file'> | undefined;
  readonly link?: string | undefined;
}

/**
 * A receipt or an act of a payout or of a month. From then on no receipt is missing there.
 * @throws payouts.no_payout, payouts.no_statement, payouts.not_paid_yet, payouts.document_there, payouts.file_of_another,
 * payouts.document_of_tomorrow
 */
export function attachDocument(ctx: Context, input: AttachDocument): Promise<{ id: Id<'payout_document'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'document.attach');
    if (input.onDay > businessDateOf(tx.now(), tx.zone))
      refuse('invalid', 'payouts.document_of_tomorrow', {});
    const partnerId = await partnerOf(tx, input);
    if (tx.actor.type !== 'person' || tx.actor.partnerId === null) await keptPartner(tx, partnerId);
    if (input.fileId) {
      const file = await findFile(tx, input.fileId);
      const isTheirs = file?.partnerId === partnerId || file?.partnerId === null;
      if (!file || !isTheirs || file.purpose !== input.kind)
        refuse('not_found', 'payouts.file_of_another', {});
    }
    const id = tx.id('payout_document');
    await insertDocument(tx, {
      id,
      partnerId,
      kind: input.kind,
      payoutId: input.payoutId ?? null,
      statementId: input.statementId ?? null,
      number: input.number,
      onDay: input.onDay,
      fileId: input.fileId ?? null,
      link: input.link ?? null,
    });
    tx.audit({
      verb: 'payouts.attach_document',
      subject: partnerId,
      change: {
        documentId: id,
        kind: input.kind,
        of: input.payoutId ?? input.statementId,
        onDay: input.onDay,
        fileId: input.fileId,
      },
    });
    tx.emit({ type: 'payout_document.attached', documentId: id, partnerId, kind: input.kind });
    return { id };
  });
}

/** Attached by mistake; from then on a receipt is missing again. @throws payouts.no_document */
export function withdrawDocument(
  ctx: Context,
  input: { readonly documentId: Id<'payout_document'>; readonly words: string },
): Promise<{ id: Id<'payout_document'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'document.withdraw');
    const found =
      (await lockDocument(tx, input.documentId)) ?? refuse('not_found', 'payouts.no_document', {});
    await markWithdrawn(tx, found.id, input.words);
    tx.audit({
      verb: 'payouts.withdraw_document',
      subject: found.partnerId,
      reason: input.words,
      change: { documentId: found.id, kind: found.kind },
    });
    return { id: found.id };
  });
}

async function partnerOf(tx: Tx, input: AttachDocument): Promise<Id<'partner'>> {
  if (input.payoutId) {
    const payout =
      (await documentedPayout(tx, input.payoutId, input.kind)) ??
      refuse('not_found', 'payouts.no_payout', {});
    if (payout.state !== 'paid') refuse('not_now', 'payouts.not_paid_yet', {});
    if (payout.hasOne) refuse('conflict', 'payouts.document_there', {});
    return payout.partnerId;
  }
  const statement = input.statementId && (await findStatement(tx, input.statementId));
  return (statement || refuse('not_found', 'payouts.no_statement', {})).partnerId;
}
