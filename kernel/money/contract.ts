import * as z from 'zod';

/**
 * Minor units as JSON carries them: a safe integer. Verbs answer bigint; this lets it through the door once,
 * and refuses an amount JSON could not hold exactly (above 90 trillion roubles).
 */
export const minorSchema = z.preprocess(
  (value) => (typeof value === 'bigint' ? Number(value) : value),
  z.int(),
);

export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'ISO 4217');

/** Parts per million as JSON carries them. */
export const ppmSchema = z.preprocess(
  (value) => (typeof value === 'bigint' ? Number(value) : value),
  z.int().min(0).max(1_000_000),
);
