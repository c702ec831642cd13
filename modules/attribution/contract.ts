import * as z from 'zod';
import { ppmSchema } from '@mosty/kernel/money';
import { reasonSchema } from './contract/reason.ts';
import { DEAL_ROLES } from './contract/role.ts';

export { reasonSchema, type Reason } from './contract/reason.ts';
export * from './contract/claims.ts';
export * from './contract/who-brought.ts';
export * from './contract/policies.ts';
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
