import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { CodeKind } from '../contract/codes.ts';
import { codeKey } from '../domain/code.ts';
import { codesByKey } from '../store/codes.ts';

export interface FoundCode {
  readonly id: Id<'code'>;
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly kind: CodeKind;
  readonly discountPpm: bigint;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
  /** Its partner is paused: no discount by it, and nobody is named on a visit. */
  readonly pausedAt: Date | null;
}

/** Text as sales name it → code. Keys are the texts in lower case; archived codes are found too. */
export async function codesByText(tx: Tx, texts: readonly string[]): Promise<Map<string, FoundCode>> {
  const wanted = [...new Set(texts.map((text) => text.toLowerCase()))];
  if (wanted.length === 0) return new Map();
  const found = new Map((await codesByKey(tx, wanted.map(codeKey))).map(({ key, ...code }) => [key, code]));
  return new Map(
    wanted.flatMap((text) => {
      const code = found.get(codeKey(text));
      return code ? [[text, code] as const] : [];
    }),
  );
}
