import { randomInt } from 'node:crypto';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { ProofWay } from '../contract/proof.ts';
import { proofLetter } from '../domain/letters-of-proof.ts';
import {
  isFresh,
  maskedEmail,
  PROOF_EVERY_SECONDS,
  PROOF_MINUTES,
  PROOF_TRIES_MAX,
} from '../domain/proof.ts';
import { hashSecret } from '../domain/secret.ts';
import { lastProof, lockProofCode, readProofCode, saveProofCode } from '../store/proofs.ts';
import { findWaysIn, listPasskeys } from '../store/sign-ins.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { meOf } from './me.ts';
import { queueMessage } from './queue-message.ts';

export interface Proof {
  readonly fresh: boolean;
  readonly ways: readonly ProofWay[];
}

/** Whether the person who acts proved just now that it is them. A second factor, once set up, is not gone round by letter. */
export async function proofOf(tx: Tx): Promise<Proof> {
  const { id, userId } = await meOf(tx);
  const strong: ProofWay[] = [];
  if (userId !== null) {
    if ((await listPasskeys(tx, userId)).length > 0) strong.push('passkey');
    if ((await findWaysIn(tx, userId))?.hasTotp) strong.push('totp');
    if (strong.length > 0) return { fresh: isFresh(await lastProof(tx, userId), tx.now()), ways: strong };
  }
  return { fresh: isFresh((await readProofCode(tx, id))?.provenAt, tx.now()), ways: ['letter'] };
}

/** @throws identity.proof_needed */
export async function mustBeProven(tx: Tx): Promise<void> {
  const { fresh, ways } = await proofOf(tx);
  if (!fresh) refuse('not_permitted', 'identity.proof_needed', { ways: [...ways], minutes: PROOF_MINUTES });
}

/**
 * A code to an address that was known before: whoever took the session over has not read that box. Null: to one's own.
 * @throws identity.proof_by_factor, identity.too_often
 */
export async function sendProofCode(tx: Tx, known: string | null): Promise<{ sentTo: string }> {
  const { id, email } = await meOf(tx);
  const to = known ?? email;
  if (!(await proofOf(tx)).ways.includes('letter')) refuse('not_now', 'identity.proof_by_factor', {});
  const before = await lockProofCode(tx, id);
  if (before && tx.now().getTime() - before.sentAt.getTime() < PROOF_EVERY_SECONDS * 1_000)
    refuse('limit', 'identity.too_often', {});
  const code = String(randomInt(0, 100_000_000)).padStart(8, '0');
  await saveProofCode(tx, id, {
    codeHash: hashSecret(`${id}:${code}`),
    sentAt: tx.now(),
    tries: 0,
    provenAt: null,
  });
  // A letter of the company: people of partners do not see its outbox.
  await beyondPartner(tx, async () => {
    const language = (await findWorkspace(tx))?.language ?? 'ru';
    await queueMessage(tx, {
      kind: 'proof_code',
      to,
      letter: proofLetter(language, code, PROOF_MINUTES),
      forOwnerOnly: true,
      secretUntil: new Date(tx.now().getTime() + PROOF_MINUTES * 60_000),
    });
  });
  tx.audit({ verb: 'identity.send_proof_code', subject: id });
  return { sentTo: maskedEmail(to) };
}

/** Each guess counts, a wrong one too. @throws identity.wrong_proof_code, identity.proof_code_over */
export async function proveByCode(ctx: Context, { code }: { code: string }): Promise<void> {
  const outcome = await transact(ctx, async (tx) => {
    const { id } = await meOf(tx);
    const kept = await lockProofCode(tx, id);
    if (!kept || !isFresh(kept.sentAt, tx.now()) || kept.tries >= PROOF_TRIES_MAX || kept.provenAt)
      return 'over';
    if (kept.codeHash !== hashSecret(`${id}:${code.replaceAll(/\s/g, '')}`)) {
      await saveProofCode(tx, id, { ...kept, tries: kept.tries + 1 });
      return 'wrong';
    }
    await saveProofCode(tx, id, { ...kept, provenAt: tx.now() });
    tx.audit({ verb: 'identity.prove_by_code', subject: id });
    return 'proven';
  });
  if (outcome === 'over') refuse('not_now', 'identity.proof_code_over', {});
  if (outcome === 'wrong') refuse('invalid', 'identity.wrong_proof_code', {});
}
