import type { PastPart } from '../domain/past-part.ts';

/** «PGCOPY\n\377\r\n\0», four bytes of flags, four of the extension's length (which is 0). */
const HEADER = 19;
/** Two bytes of the field count, then each field with four bytes of its length: 4-byte and 8-byte integers in turn. */
const WIDTHS = [4, 4, 4, 4, 8, 8, 8, 4, 4] as const;
const before = (place: number) => WIDTHS.slice(0, place).reduce((sum: number, width) => sum + 4 + width, 2);
const TUPLE = before(WIDTHS.length);
const OFFSETS = WIDTHS.map((_width, place) => before(place) + 4);
const [PLACE = 0, ROLE = 0, SHARE = 0, DAY = 0, AMOUNT = 0, VAT = 0, LIST = 0, FIRST = 0, FIRST_PAID = 0] =
  OFFSETS;

const MICRO = 1_000_000;
const HIGH = 0x1_0000_0000;

/** Takes the stream apart into tuples of known width, whatever the chunks, and hands each over in one reused object. */
export function partReader(take: (part: PastPart) => void): (chunk: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0);
  let skip = HEADER;
  let tuple: Buffer = waiting;
  let at = 0;
  const part: PastPart = {
    place: 0,
    role: 0,
    sharePpm: 0,
    day: 0,
    amountMinor: 0,
    listMinor: -1,
    isFirst: false,
    firstPaidDay: -1,
    amountMicro: () => tuple.readBigInt64BE(at + AMOUNT),
    vatMicro: () => {
      const vat = tuple.readBigInt64BE(at + VAT);
      return vat < 0n ? null : vat;
    },
  };
  return (chunk) => {
    tuple = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : chunk;
    at = 0;
    if (skip > 0) {
      if (tuple.length < skip) {
        waiting = tuple;
        return;
      }
      at = skip;
      skip = 0;
    }
    // The trailer is a field count of -1 and shorter than a tuple: it stays behind and ends with the stream.
    for (; tuple.length - at >= TUPLE; at += TUPLE) {
      if (tuple.readInt16BE(at) !== WIDTHS.length) throw new Error('COPY told another number of columns');
      part.place = tuple.readInt32BE(at + PLACE);
      part.role = tuple.readInt32BE(at + ROLE);
      part.sharePpm = tuple.readInt32BE(at + SHARE);
      part.day = tuple.readInt32BE(at + DAY);
      part.amountMinor = wholeMinor(tuple.readInt32BE(at + AMOUNT), tuple.readUInt32BE(at + AMOUNT + 4));
      part.listMinor = tuple.readInt32BE(at + LIST) * HIGH + tuple.readUInt32BE(at + LIST + 4);
      part.isFirst = tuple.readInt32BE(at + FIRST) === 1;
      part.firstPaidDay = tuple.readInt32BE(at + FIRST_PAID);
      take(part);
    }
    waiting = tuple.subarray(at);
  };
}

/** Millionths as whole minor units, exactly; NaN where they are not whole or a float would not hold them. */
function wholeMinor(high: number, low: number): number {
  const micro = high * HIGH + low;
  if (high >= 0x20_0000 || micro % MICRO !== 0) return Number.NaN;
  return micro / MICRO;
}
