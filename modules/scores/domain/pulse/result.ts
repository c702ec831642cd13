import type { BusinessDate } from '@mosty/kernel/time';
import type { Part, Row } from '../../contract/parts.ts';
import type { Book, Facts } from '../facts.ts';
import { part } from '../part.ts';

/** `own` of `own + other`; nothing of nothing is nothing. Whole numbers, so no rounding hides in money. */
function weight(own: bigint, other: bigint): number {
  const [mine, theirs] = [own > 0n ? own : 0n, other > 0n ? other : 0n];
  return mine === 0n ? 0 : Number((mine * 1_000_000n) / (mine + theirs)) / 1_000_000;
}

/** Half by its level beside the median of its kind, half by the trend of 90 days against the 90 before. */
export function shareOf(book: Book): number {
  return 0.5 * weight(book.now, book.median) + 0.5 * weight(book.now, book.before);
}

/** The best of its books: what one class brings is never added to another (S2.3). */
export function result({ books }: Pick<Facts, 'books'>, today: BusinessDate): Part {
  const rows: Row[] = books.map((book) => ({
    id: book.book,
    on: today,
    says: 'book',
    params: {
      book: book.book,
      now: Number(book.now),
      before: Number(book.before),
      median: Number(book.median),
    },
  }));
  return part('result', 30, Math.max(0, ...books.map(shareOf)), rows);
}
