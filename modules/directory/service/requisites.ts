import { mustBeProven, permit, twoPeople } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { RequisitesFields } from '../contract/requisites.ts';
import { freezeUntil } from '../domain/freeze.ts';
import { rights } from '../policy.ts';
import {
  findRequisites,
  insertRequisites,
  insertVerdict,
  newestRequisites,
  type RequisitesRecord,
} from '../store/requisites.ts';
import { orViolation } from '../store/violations.ts';
import { keptPartner } from './keep-partner.ts';
import { wrongIn } from './requisites-check.ts';

/**
 * Writes where the partner's money goes from now on. When an account, name or tax number moved, payouts wait until
 * `frozenUntil`, and a reaction tells the faces of both sides: a thief who got in should be seen. What a partner
 * writes about itself is taken only when a bank would take it; what we write down for them finance reads anyway. A
 * partner's person who moves the money proves first that it is them.
 * @throws directory.partner_unknown, directory.partner_of_another_manager, directory.wrong_…, identity.proof_needed
 */
export function setRequisites(
  ctx: Context,
  input: RequisitesFields & { partnerId: Id<'partner'> },
): Promise<RequisitesRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'requisites.write');
    const { partnerId, ...written } = input;
    const partner = await keptPartner(tx, partnerId);
    const before = (await newestRequisites(tx, [partner.id]))[0] ?? null;
    const taxNumber = written.taxNumber ?? null;
    const isOwn = tx.actor.type === 'person' && tx.actor.partnerId !== null;
    const wrong = isOwn ? wrongIn({ ...written, taxNumber }) : null;
    if (wrong) refuse('invalid', wrong, {});
    const frozenUntil = freezeUntil(before, { ...written, taxNumber }, tx.now());
    if (isOwn && frozenUntil !== null) await mustBeProven(tx);
    const record: RequisitesRecord = {
      ...written,
      taxNumber,
      id: tx.id('requisites'),
      partnerId: partner.id,
      version: (before?.version ?? 0) + 1,
      frozenUntil,
      createdAt: tx.now(),
      createdBy: tx.actor.id,
      verdict: null,
      verdictNote: null,
      decidedBy: null,
      decidedAt: null,
    };
    await insertRequisites(tx, record);
    const change = {
      requisitesId: record.id,
      version: record.version,
      frozenUntil: record.frozenUntil?.toISOString() ?? null,
    };
    tx.audit({ verb: 'directory.set_requisites', subject: partner.id, change });
    tx.emit({ type: 'requisites.changed', partnerId: partner.id, ...change });
    return record;
  });
}

/** Finance looked and says yes, or no with a note; not whoever wrote them. @throws identity.two_people, directory.requisites_decided */
export function verifyRequisites(
  ctx: Context,
  input: {
    requisitesId: Id<'requisites'>;
    verdict: 'verified' | 'rejected';
    note?: string | null | undefined;
  },
): Promise<RequisitesRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'requisites.verify');
    const record =
      (await findRequisites(tx, input.requisitesId)) ??
      refuse('not_found', 'directory.requisites_unknown', {});
    twoPeople(record.createdBy, tx);
    const note = input.note ?? null;
    if (input.verdict === 'rejected' && note === null)
      refuse('invalid', 'directory.rejection_needs_note', {});
    await orViolation(insertVerdict(tx, record, input.verdict, note));
    tx.audit({
      verb: 'directory.verify_requisites',
      subject: record.partnerId,
      reason: note ?? undefined,
      change: { requisitesId: record.id, verdict: input.verdict },
    });
    tx.emit({
      type: 'requisites.verified',
      partnerId: record.partnerId,
      requisitesId: record.id,
      verdict: input.verdict,
    });
    return {
      ...record,
      verdict: input.verdict,
      verdictNote: note,
      decidedBy: tx.actor.id,
      decidedAt: tx.now(),
    };
  });
}

/** Partner → the newest version, for whoever pays: look at `verdict` and `frozenUntil` before paying by it. */
export async function currentRequisites(
  tx: Tx,
  partnerIds: readonly string[],
): Promise<Map<string, RequisitesRecord>> {
  return new Map((await newestRequisites(tx, partnerIds)).map((record) => [record.partnerId, record]));
}
