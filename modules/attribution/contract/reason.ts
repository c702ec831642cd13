import * as z from 'zod';

/** Why somebody was or was not credited; the words live in `ui/words` under `reason.<code>`. */
export const reasonSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Reason = z.infer<typeof reasonSchema>;
