import { ROLES } from '@mosty/identity/contract';
import * as z from 'zod';

/** What a gate may ask. Who finds each is told by `defineEvidence`; the words of each stand in `ui/words`. */
export const EVIDENCE = [
  'name_and_source',
  'not_stop_listed',
  'profile_or_mentions',
  'why_you',
  'partner_value',
  'partner_replied',
  'class_decided',
  'four_criteria',
  'three_wins',
  'alliance_goals',
  'client_proven',
  'reason_given',
  'letter_sent',
  'stop_reason',
  'two_people',
  'expectations_accepted',
  'code_accepted',
  'faces_set',
  'pd_consent',
  'legal_form_allowed',
  'first_step_dated',
  'launch_steps',
  'scenario_chosen',
  'pilot_locked',
  'pilot_met',
  'no_serious_flag',
  'trust_enough',
  'rework_once',
  'return_date',
  'return_reached_or_word',
  'expectations_valid',
  'four_answers',
  'fix_verified',
  'owner_for_top',
  'thanks_sent',
  'summary_agreed',
  'clients_handed_over',
  'promises_closed',
  'balance_settled',
  'nothing_disputed',
  'links_neutral',
  'access_closed',
  'retention_set',
  'may_return',
  'stop_taken_off',
] as const;
export type EvidenceCode = (typeof EVIDENCE)[number];
export const evidenceCode = z.enum(EVIDENCE);

/** Values that words are filled with: ids, days, counts. */
const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What was seen; words under `seen.<code>` of the module that defines the evidence. */
export const seenSchema = z.object({ code: z.string(), params });
export type Seen = z.infer<typeof seenSchema>;

/** What is not there yet, who can supply it and on which page. Words under `missing.<code>`. */
export const missingSchema = z.object({
  code: z.string(),
  params,
  roles: z.array(z.enum(ROLES)),
  to: z.string().optional(),
});
export type Missing = z.infer<typeof missingSchema>;

export const findingSchema = z.object({
  met: z.boolean(),
  rows: z.array(seenSchema),
  missing: z.array(missingSchema),
});
export type Finding = z.infer<typeof findingSchema>;
