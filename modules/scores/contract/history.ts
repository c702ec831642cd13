import * as z from 'zod';
import { COMPONENTS, rowSchema } from './parts.ts';

export const causeSchema = z.object({
  component: z.enum([...COMPONENTS, 'cap']),
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** Those that were not there before. */
  rows: z.array(rowSchema),
});
export type Cause = z.infer<typeof causeSchema>;

/** A score went from one to another, because of these components and rows (S0.70). */
export const changeSchema = z.object({
  of: z.enum(['trust', 'pulse', 'silence']),
  from: z.union([z.number(), z.string()]).nullable(),
  to: z.union([z.number(), z.string()]).nullable(),
  because: z.array(causeSchema),
});
export type Change = z.infer<typeof changeSchema>;
