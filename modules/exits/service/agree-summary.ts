import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { lockExit, type ExitRecord } from '../store/exits.ts';
import { lastSummary, saveAgreed } from '../store/summaries.ts';
import { openExit } from './open-exit.ts';

/** The partner's own word, in the portal. @throws exits.not_leaving, exits.summary_replaced, exits.agreed_already */
export function agreeSummary(ctx: Context, { version }: { version: number }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'exit.agree');
    const partnerId = ownPartner(tx);
    const exit = (await lockExit(tx, partnerId)) ?? refuse('not_now', 'exits.not_leaving', { partnerId });
    await shownLast(tx, exit, version);
    await saveAgreed(tx, exit, version, { agreedHow: 'portal' });
    tx.audit({ verb: 'exits.agree_summary', subject: partnerId, change: { version } });
  });
}

/** The partner agreed by a letter or on the phone: one of us writes down where that is seen. @throws as `agreeSummary` */
export function noteSummaryAgreed(
  ctx: Context,
  { partnerId, version, proof }: { partnerId: Id<'partner'>; version: number; proof: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'exit.write');
    const exit = await openExit(tx, partnerId);
    await shownLast(tx, exit, version);
    await saveAgreed(tx, exit, version, { agreedHow: 'told', proof });
    tx.audit({ verb: 'exits.note_summary_agreed', subject: partnerId, change: { version } });
  });
}

export function ownPartner(tx: Pick<Tx, 'actor'>): Id<'partner'> {
  const own = tx.actor.type === 'person' ? tx.actor.partnerId : null;
  return own ?? refuse('not_permitted', 'exits.partners_word', {});
}

async function shownLast(tx: Tx, exit: ExitRecord, version: number): Promise<void> {
  const last = await lastSummary(tx, exit);
  if (last?.version !== version) refuse('conflict', 'exits.summary_replaced', {});
  if (last.agreedAt) refuse('conflict', 'exits.agreed_already', {});
}
