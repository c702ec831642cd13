import * as z from 'zod';
import { ppmSchema } from '@mosty/kernel/money';

export const DEAL_ROLES = ['source', 'implement', 'expertise', 'expand'] as const;
export type DealRole = (typeof DEAL_ROLES)[number];

/** In the order they are tried. Links, registered deals and claims join this list when they enter. */
export const RULES = ['explicit_partner', 'code', 'keeper'] as const;
export type Rule = (typeof RULES)[number];

/** Why somebody was or was not credited; the words live in `ui/words.ts` under `reason.<code>`. */
export const reasonSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Reason = z.infer<typeof reasonSchema>;

export const participantSchema = z.object({
  id: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  agreementId: z.string(),
  class: z.string(),
  kind: z.string(),
  role: z.enum(DEAL_ROLES),
  sharePpm: ppmSchema,
  rule: z.string(),
  reason: reasonSchema,
});
