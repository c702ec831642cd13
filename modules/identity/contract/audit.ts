import * as z from 'zod';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';

export const auditEntrySchema = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.object({
    type: z.enum(['person', 'api_key', 'system']),
    id: z.string(),
    name: z.string().nullable(),
  }),
  verb: z.string(),
  subject: z.string(),
  /** What the subject is called, where somebody knows. */
  subjectName: z.string().nullable(),
  reason: z.string().nullable(),
  change: z.record(z.string(), z.unknown()).nullable(),
  /** What the ids inside `change` are called, where somebody knows. */
  names: z.record(z.string(), z.string()),
  requestId: z.string(),
  hash: z.string(),
});
export type AuditEntryShown = z.infer<typeof auditEntrySchema>;

export const listAudit = operation({
  id: 'listAudit',
  method: 'GET',
  path: '/audit',
  summary: 'The journal: who did what, when and why, newest first',
  tag: 'identity',
  permission: 'audit.read',
  query: z.strictObject({
    ...pageQuery,
    subject: z.string().max(100).optional(),
    actorId: z.string().max(100).optional(),
    verb: z.string().max(100).optional(),
    /** Days of the company's calendar; `from` belongs to it, `to` does not. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  answer: pageOf(auditEntrySchema),
});

export const exportAudit = exportOf(listAudit, { id: 'exportAudit', permission: 'audit.export' });

export const verifyAudit = operation({
  id: 'verifyAudit',
  method: 'POST',
  path: '/audit/verification',
  summary: 'Recomputes every hash of the journal',
  tag: 'identity',
  permission: 'audit.read',
  answer: z.object({
    checked: z.int(),
    /** The first entry that does not hold; null when the chain is whole. */
    brokenAt: z.int().nullable(),
    lastHash: z.string(),
  }),
  idempotent: false,
});
