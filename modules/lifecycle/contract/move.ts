import { idSchema } from '@mosty/kernel/id';
import * as z from 'zod';
import type { Stage } from './stages.ts';

/** Why a partner is moved, by the stage it is moved to. The words stand in `ui/words`, `reason.<stage>.<code>`. */
export const REASONS = {
  declined: ['other_audience', 'reputation', 'no_role', 'economics', 'no_win', 'no_reply', 'duplicate'],
  stop_listed: [
    'fraud',
    'deceived_clients',
    'dumping',
    'over_promises',
    'hidden_terms',
    'spam',
    'leaked_data',
    'conduct',
  ],
  launch: ['volume', 'audience', 'margin', 'product', 'sales_logic'],
  paused: ['season', 'partner_asked', 'partner_busy', 'our_side'],
  working: ['partners_word'],
  review: ['serious_flag', 'review_negative', 'promises_missed'],
  leaving: ['no_result', 'goals_differ', 'economics', 'conduct', 'partner_asked', 'partner_closes'],
} as const satisfies Partial<Record<Stage, readonly string[]>>;

/** Why a partner was taken as it is: it worked before the conveyor was here. */
export const TAKE_OVER_REASONS = ['signed_on_paper', 'worked_before'] as const;

export const reasonsOf = (to: Stage): readonly string[] => REASONS[to as keyof typeof REASONS] ?? [];

const reasonCode = z.string().regex(/^[a-z_]{2,40}$/);
const line = z.string().trim().min(1).max(300);

/** The four answers about what went wrong: what broke, how it was fixed, who answers, by when (S0.65). */
export const fourAnswersSchema = z.strictObject({
  whatBroke: z.string().trim().min(1).max(2_000),
  howFixed: z.string().trim().min(1).max(2_000),
  whoAnswers: line,
  doneOn: z.iso.date(),
});
export type FourAnswers = z.infer<typeof fourAnswersSchema>;

export const moveDetails = z.strictObject({
  reasonCode: reasonCode.optional(),
  /** Goes into the journal, not into the passage. */
  note: z.string().trim().min(1).max(2_000).optional(),
  returnOn: z.iso.date().optional(),
  letter: z.strictObject({ subject: line, text: z.string().trim().min(1).max(8_000) }).optional(),
  linksStay: z.boolean().optional(),
  answers: fourAnswersSchema.optional(),
  fixVerified: z.boolean().optional(),
});
export type MoveDetails = z.infer<typeof moveDetails>;

export const stageParams = z.strictObject({ partnerId: idSchema('partner') });
