import * as z from 'zod';
import { refuse } from '../refusal/index.ts';

/** A place in a keyset-paged list: the sort value and the id of the last row shown. Opaque to the caller. */
const placeSchema = z.strictObject({ value: z.string(), id: z.string() });
export type Place = z.infer<typeof placeSchema>;

export function encodeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws request.cursor_malformed */
export function decodeCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    refuse('invalid', 'request.cursor_malformed');
  }
}

/** A page of `limit` rows out of one more than that: the extra row says that there is a next page. */
export function pageFrom<Row>(rows: readonly Row[], limit: number, placeOf: (row: Row) => Place) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null,
  };
}
