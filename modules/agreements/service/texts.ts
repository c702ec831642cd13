import { keptPartner, knownPartner } from '@mosty/directory';
import { findWorkspace, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { tryMove } from '@mosty/lifecycle';
import { TEXT_KINDS, type TextKind } from '../contract/texts.ts';
import { shippedText, textHash } from '../domain/company-texts.ts';
import type { ShippedText } from '../domain/shipped/text.ts';
import { rights } from '../policy.ts';
import { insertText, insertWord, newestTexts, type TextRecord, type TextWord } from '../store/texts.ts';

/** Both texts as they hold now: what the company published last, else what the program ships. */
export async function textsNow(tx: Tx): Promise<TextRecord[]> {
  const published = new Map((await newestTexts(tx)).map((one) => [one.kind, one]));
  const company = (await findWorkspace(tx))?.name ?? '';
  return TEXT_KINDS.map((kind) => {
    const words = shippedText(kind, company);
    const shipped = { kind, version: 0, words, bodyHash: textHash(kind, 0, words), publishedAt: null };
    return published.get(kind) ?? shipped;
  });
}

async function textNow(tx: Tx, kind: TextKind): Promise<TextRecord> {
  const text = (await textsNow(tx)).find((one) => one.kind === kind);
  if (!text) throw new Error(`no text of kind ${kind}`);
  return text;
}

/** @throws agreements.nothing_changed */
export function publishText(
  ctx: Context,
  input: { kind: TextKind; ru: ShippedText['ru']; en: ShippedText['en'] },
): Promise<TextRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'text.publish');
    const { kind, ru, en } = input;
    const now = await textNow(tx, kind);
    const words = { ru, en };
    if (textHash(kind, now.version, words) === now.bodyHash)
      refuse('conflict', 'agreements.nothing_changed', { version: now.version });
    const version = now.version + 1;
    const text = { kind, version, words, bodyHash: textHash(kind, version, words), publishedAt: tx.now() };
    await insertText(tx, text);
    tx.audit({
      verb: 'agreements.publish_text',
      subject: tx.actor.id,
      change: { kind, version, bodyHash: text.bodyHash },
    });
    return text;
  });
}

interface Acceptance {
  readonly kind: TextKind;
  /** Of the text the acceptor saw. */
  readonly bodyHash: string;
  readonly person: string;
}

/** The company takes its own code upon itself. @throws agreements.text_changed, agreements.partners_text */
export function acceptOurText(ctx: Context, input: Acceptance): Promise<TextRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'text.publish');
    if (input.kind === 'personal_data') refuse('invalid', 'agreements.partners_text', {});
    const text = await seenText(tx, input);
    await say(tx, text, { ...input, word: 'accepted', partnerId: null, evidence: null });
    return text;
  });
}

/** @throws agreements.text_changed, agreements.evidence_needed */
export function acceptText(
  ctx: Context,
  input: Acceptance & { partnerId: Id<'partner'>; evidence?: string | null | undefined },
): Promise<TextRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.accept');
    await mayAnswerFor(tx, input);
    const text = await seenText(tx, input);
    await say(tx, text, { ...input, word: 'accepted', evidence: input.evidence ?? null });
    await tryMove(tx, input.partnerId, 'agreed');
    return text;
  });
}

/** @throws agreements.evidence_needed */
export function withdrawConsent(
  ctx: Context,
  input: { partnerId: Id<'partner'>; person: string; evidence?: string | null | undefined },
): Promise<TextRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.accept');
    await mayAnswerFor(tx, input);
    const text = await textNow(tx, 'personal_data');
    await say(tx, text, { ...input, word: 'withdrawn', evidence: input.evidence ?? null });
    return text;
  });
}

/** A partner's person answers for the partner; ours write down what they heard, and where it is seen. */
async function mayAnswerFor(
  tx: Tx,
  input: { partnerId: Id<'partner'>; evidence?: string | null | undefined },
): Promise<void> {
  if (tx.actor.type === 'person' && tx.actor.partnerId !== null) {
    await knownPartner(tx, input.partnerId);
    return;
  }
  await keptPartner(tx, input.partnerId);
  if (!input.evidence) refuse('invalid', 'agreements.evidence_needed', {});
}

async function seenText(tx: Tx, seen: Acceptance): Promise<TextRecord> {
  const text = await textNow(tx, seen.kind);
  if (text.bodyHash !== seen.bodyHash) refuse('conflict', 'agreements.text_changed', { kind: seen.kind });
  return text;
}

async function say(
  tx: Tx,
  text: TextRecord,
  said: Pick<TextWord, 'word' | 'person' | 'evidence'> & { partnerId: Id<'partner'> | null },
): Promise<void> {
  const { word, person, evidence, partnerId } = said;
  const { kind, version, bodyHash } = text;
  const id = tx.id('text_word');
  await insertWord(tx, {
    id,
    kind,
    version,
    bodyHash,
    word,
    partnerId,
    person,
    evidence,
    saidAt: tx.now(),
  });
  tx.audit({
    verb: word === 'accepted' ? 'agreements.accept_text' : 'agreements.withdraw_consent',
    subject: partnerId ?? tx.actor.id,
    change: { kind, version, bodyHash },
  });
}
