import * as z from 'zod';

/** A moment as JSON carries it. Verbs answer Date; this lets it through the door once. */
export const instantSchema = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime(),
);
