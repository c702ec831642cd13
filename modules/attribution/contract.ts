import * as z from 'zod';
import { ppmSchema } from '@mosty/kernel/money';
import { DEAL_ROLES } from './contract/role.ts';

export { DEAL_ROLES, type DealRole } from './contract/role.ts';
export {
  policySchema,
  RULES,
  SHIPPED_POLICY,
  type DecidingRule,
  type Policy,
  type Rule,
  type Sharing,
} from './contract/policy.ts';

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
