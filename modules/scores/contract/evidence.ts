import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** A case, a reference, a trace; and the four deeds one goes with (S0.71): each of them counts as a case. */
export const EVIDENCE_KINDS = [
  'case',
  'reference',
  'public_trace',
  'made_stronger',
  'kept_word',
  'started_small',
  'respected_result',
] as const;
export type ScoreEvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const scoreEvidenceSchema = z.object({
  id: idSchema('score_evidence'),
  kind: z.enum(EVIDENCE_KINDS),
  says: z.string(),
  source: z.string(),
  seenOn: z.iso.date(),
  addedAt: instantSchema,
  addedBy: z.string(),
  verdict: z.enum(['verified', 'refuted']).nullable(),
  how: z.string().nullable(),
  verdictBy: z.string().nullable(),
  can: z.object({ verify: z.boolean() }),
});
export type ScoreEvidence = z.infer<typeof scoreEvidenceSchema>;

const tag = 'scores';
const items = z.object({ items: z.array(scoreEvidenceSchema) });

export const listScoreEvidence = operation({
  id: 'listScoreEvidence',
  method: 'GET',
  path: '/partners/:partnerId/evidence',
  summary: 'What was shown of a partner since the check, and whether another person verified it',
  tag,
  permission: 'score_evidence.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: items,
});

export const addScoreEvidence = operation({
  id: 'addScoreEvidence',
  method: 'POST',
  path: '/partners/:partnerId/evidence',
  summary: 'Shows something of a partner: dated, with its source; counts when another person verified it',
  tag,
  permission: 'score_evidence.write',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  body: z.strictObject({
    kind: z.enum(EVIDENCE_KINDS),
    says: z.string().trim().min(1).max(1000),
    source: z.string().trim().min(1).max(500),
    seenOn: z.iso.date(),
  }),
  answer: items,
});

export const verifyScoreEvidence = operation({
  id: 'verifyScoreEvidence',
  method: 'POST',
  path: '/score-evidence/:evidenceId/verdict',
  summary: 'Another person looked at it: it is so, or it is not',
  tag,
  permission: 'score_evidence.verify',
  params: z.strictObject({ evidenceId: idSchema('score_evidence') }),
  body: z.strictObject({
    verdict: z.enum(['verified', 'refuted']),
    how: z.string().trim().min(1).max(500),
  }),
  answer: items,
});
