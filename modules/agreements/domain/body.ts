import { createHash } from 'node:crypto';
import type { Exclusivity, Expectations } from '../contract/version.ts';

/**
 * SHA-256 of the whole text of a version, bound to its agreement and number: an acceptance names it, so what was
 * accepted can be proved later to the letter.
 */
export function bodyHash(agreementId: string, version: number, body: Expectations): string {
  const text = JSON.stringify([
    agreementId,
    version,
    body.success,
    body.whoAnswers,
    body.ifItBreaks,
    body.howCounted,
    body.promises.map(({ side, words, dueOn }) => [side, words, dueOn]),
    // Versions from before exclusivity could be written keep the hash they were accepted by.
    ...(body.exclusivity ? [exclusivityText(body.exclusivity)] : []),
  ]);
  return createHash('sha256').update(text).digest('hex');
}

export function exclusivityText(one: Exclusivity) {
  const { bound, subject, inReturn, price, from, until, condition } = one;
  return [
    bound,
    subject,
    inReturn,
    price?.amountMinor ?? null,
    price?.currency ?? null,
    from,
    until,
    condition,
  ];
}

/** The same words and promises in the same order: nothing to accept anew. */
export function sameBody(a: Expectations, b: Expectations): boolean {
  return bodyHash('', 0, a) === bodyHash('', 0, b);
}
