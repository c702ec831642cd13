import { exactOfDecimal, minorDigits, parseDecimal, type Decimal } from '@mosty/kernel/money';
import type { Mark } from '../../contract/mapping.ts';

/** Of the bigint column, with a margin (deals refuses more). */
export const MICRO_MAX = 9_000_000_000_000_000_000n;

const PLAIN_POINT = /^-?\d{1,12}(\.\d{1,8})?$/;
const PLAIN_COMMA = /^-?\d{1,12}(,\d{1,8})?$/;

/**
 * An amount in major units as millionths of a minor unit; null where the text is no amount. The plain spelling,
 * nearly all of a large file, skips the general reader: it is a fifth of its cost.
 */
export function readAmount(text: string, mark: Mark, currency: string): bigint | null {
  const digits = minorDigits(currency);
  if ((mark === '.' ? PLAIN_POINT : PLAIN_COMMA).test(text)) {
    const dot = text.indexOf(mark);
    const scale = dot === -1 ? 0 : text.length - dot - 1;
    if (scale <= digits + 6) {
      const bare = dot === -1 ? text : text.slice(0, dot) + text.slice(dot + 1);
      return BigInt(bare + '0'.repeat(digits + 6 - scale));
    }
  }
  const parsed = parseDecimal(text, mark);
  if (!parsed) return null;
  return exactOfDecimal(parsed, currency)?.micro ?? null;
}

/** A quantity or price with at most four decimals, as deals keeps them; null where it is not one. */
export function readFourPlaces(text: string, mark: Mark): Decimal | null {
  const parsed = parseDecimal(text, mark);
  return parsed !== null && parsed.scale <= 4 ? parsed : null;
}

export function decimalText(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = value.scale > 0 ? `.${digits.slice(digits.length - value.scale)}` : '';
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

/**
 * The decimal mark of a column by its values. `12,5` and `1.234,50` can only be one thing, `1,234` can be two:
 * then `otherwise` decides, and the person who checks the mapping sees the choice.
 */
export function detectMark(values: readonly string[], otherwise: Mark): Mark {
  let point = 0;
  let comma = 0;
  for (const value of values) {
    const lastPoint = value.lastIndexOf('.');
    const lastComma = value.lastIndexOf(',');
    if (lastPoint === -1 && lastComma === -1) continue;
    if (lastPoint !== -1 && lastComma !== -1) {
      if (lastPoint > lastComma) point += 1;
      else comma += 1;
      continue;
    }
    const mark = lastPoint === -1 ? ',' : '.';
    const last = Math.max(lastPoint, lastComma);
    const onlyOne = value.indexOf(mark) === last;
    const after = value.slice(last + 1).replace(/[^\d].*$/, '').length;
    if (onlyOne && after !== 3) {
      if (mark === '.') point += 1;
      else comma += 1;
    } else if (!onlyOne) {
      // Repeated: it groups thousands, so the other one is the mark.
      if (mark === '.') comma += 1;
      else point += 1;
    }
  }
  if (point === comma) return otherwise;
  return point > comma ? '.' : ',';
}
