import { createHash } from 'node:crypto';
import type { Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import { digestsOf, insertTold, type ToldKind } from '../store/told.ts';

/** What a program told, before it is recorded. */
export interface Telling {
  readonly kind: ToldKind;
  /** What makes it the same fact for ever. */
  readonly key: string;
  readonly digest: string;
}

/** The words of a fact in whichever order its fields came. Only their digest is kept. */
export function tellingOf(kind: ToldKind, key: string, body: Readonly<Record<string, unknown>>): Telling {
  const digest = createHash('sha256').update(canonical(body)).digest('base64url');
  return { kind, key, digest };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * Writes down what is told, once for ever. Part of the transaction that records it: what was not recorded was not told.
 * @throws tracking.told_differently when the same fact was told in other words before
 */
export async function tellOnce(tx: Tx, tellings: readonly Telling[]): Promise<void> {
  const told = new Map<string, string>();
  for (const { kind, key, digest } of tellings) {
    const known = told.get(`${kind} ${key}`);
    if (known !== undefined && known !== digest) differs(kind, key);
    told.set(`${kind} ${key}`, digest);
  }
  const written = await insertTold(tx, tellings);
  const others = tellings.filter(({ kind, key }) => !written.has(`${kind} ${key}`));
  if (others.length === 0) return;
  // Read by a statement of its own: it sees what another transaction wrote while ours waited for it.
  const stored = await digestsOf(tx, others);
  for (const { kind, key, digest } of others) if (stored.get(`${kind} ${key}`) !== digest) differs(kind, key);
}

function differs(kind: ToldKind, key: string): never {
  refuse('conflict', 'tracking.told_differently', { kind, key });
}
