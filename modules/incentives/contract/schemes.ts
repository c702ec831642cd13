import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { termsSchema } from './terms.ts';

/** A role in a deal, or whichever of them the partner had. */
export const PAID_ROLES = ['any', 'source', 'implement', 'expertise', 'expand'] as const;

const tag = 'incentives';
const day = z.iso.date();
const schemeParams = z.strictObject({ schemeId: idSchema('scheme') });
const name = z.string().trim().min(1).max(200);
const line = z.string().trim().max(500).nullish();

export const schemeVersionSchema = z.object({
  id: idSchema('scheme_version'),
  version: z.int(),
  terms: termsSchema,
  note: z.string().nullable(),
  validFrom: day,
  /** Names, where the person is known to the reader. */
  author: z.string().nullable(),
  approver: z.string().nullable(),
  /** Approved by its author: nobody else could. */
  soleApprover: z.boolean(),
  createdAt: instantSchema,
  publishedAt: instantSchema.nullable(),
});
export type SchemeVersion = z.output<typeof schemeVersionSchema>;

export const schemeRowSchema = z.object({
  id: idSchema('scheme'),
  name: z.string(),
  purpose: z.string().nullable(),
  archivedAt: instantSchema.nullable(),
  /** In force today; null before the first one begins. */
  current: schemeVersionSchema.nullable(),
  draft: schemeVersionSchema.nullable(),
  /** Partners it pays today. */
  partners: z.int(),
});
export type SchemeRow = z.output<typeof schemeRowSchema>;

export const assignmentSchema = z.object({
  id: idSchema('assignment'),
  agreementId: idSchema('agreement'),
  agreementNumber: z.string().nullable(),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  class: z.string(),
  role: z.enum(PAID_ROLES),
  validFrom: day,
  validTo: day.nullable(),
});
export type AssignmentRow = z.output<typeof assignmentSchema>;

export const listSchemes = operation({
  id: 'listSchemes',
  method: 'GET',
  path: '/schemes',
  summary: 'Reward schemes: terms in force, drafts, how many partners each pays',
  tag,
  permission: 'scheme.read',
  query: z.strictObject({ archived: z.enum(['no', 'yes']).default('no') }),
  answer: z.object({ items: z.array(schemeRowSchema) }),
});

export const getScheme = operation({
  id: 'getScheme',
  method: 'GET',
  path: '/schemes/:schemeId',
  summary: 'One scheme with all its versions and who is paid by it',
  tag,
  permission: 'scheme.read',
  params: schemeParams,
  answer: z.object({
    id: idSchema('scheme'),
    name: z.string(),
    purpose: z.string().nullable(),
    archivedAt: instantSchema.nullable(),
    versions: z.array(schemeVersionSchema),
    assignments: z.array(assignmentSchema),
    can: canSchema,
  }),
});

const draftFields = { name, purpose: line, terms: termsSchema, validFrom: day, note: line };
const drafted = z.object({
  schemeId: idSchema('scheme'),
  versionId: idSchema('scheme_version'),
  version: z.int(),
});

export const draftNewScheme = operation({
  id: 'draftNewScheme',
  method: 'POST',
  path: '/schemes',
  summary: 'Writes a new scheme as a draft',
  tag,
  permission: 'scheme.draft',
  body: z.strictObject(draftFields),
  answer: drafted,
  status: 201,
});

export const draftNextVersion = operation({
  id: 'draftNextVersion',
  method: 'PUT',
  path: '/schemes/:schemeId/draft',
  summary: 'Writes the next version of a scheme, or writes its draft anew',
  tag,
  permission: 'scheme.draft',
  params: schemeParams,
  body: z.strictObject(draftFields),
  answer: drafted,
});

export const discardSchemeDraft = operation({
  id: 'discardSchemeDraft',
  method: 'DELETE',
  path: '/schemes/:schemeId/draft',
  summary: 'Throws the draft of a scheme away',
  tag,
  permission: 'scheme.draft',
  params: schemeParams,
  answer: z.object({ schemeId: idSchema('scheme') }),
});

export const publishSchemeVersion = operation({
  id: 'publishSchemeVersion',
  method: 'POST',
  path: '/schemes/:schemeId/versions/:versionId/publication',
  summary: 'Puts a draft in force; its author may not, while somebody else may',
  tag,
  permission: 'scheme.publish',
  params: z.strictObject({ schemeId: idSchema('scheme'), versionId: idSchema('scheme_version') }),
  answer: z.object({ schemeId: idSchema('scheme'), version: z.int(), soleApprover: z.boolean() }),
});

export const archiveScheme = operation({
  id: 'archiveScheme',
  method: 'POST',
  path: '/schemes/:schemeId/archive',
  summary: 'Puts a scheme that pays nobody any more away',
  tag,
  permission: 'scheme.publish',
  params: schemeParams,
  answer: z.object({ schemeId: idSchema('scheme') }),
});

export const assignSchemeTo = operation({
  id: 'assignScheme',
  method: 'POST',
  path: '/agreements/:agreementId/schemes',
  summary: 'Pays an agreement by a scheme from a day on; what was assigned before ends on that day',
  tag,
  permission: 'scheme.assign',
  params: z.strictObject({ agreementId: idSchema('agreement') }),
  body: z.strictObject({
    schemeId: idSchema('scheme'),
    role: z.enum(PAID_ROLES).default('any'),
    validFrom: day,
    validTo: day.nullish(),
  }),
  answer: z.object({ id: idSchema('assignment') }),
  status: 201,
});

export const listAgreementSchemes = operation({
  id: 'listAgreementSchemes',
  method: 'GET',
  path: '/agreements/:agreementId/schemes',
  summary: 'By which schemes an agreement is and was paid',
  tag,
  permission: 'scheme.read',
  params: z.strictObject({ agreementId: idSchema('agreement') }),
  answer: z.object({
    items: z.array(assignmentSchema.extend({ schemeId: idSchema('scheme'), schemeName: z.string() })),
  }),
});

export const endAssignment = operation({
  id: 'endSchemeAssignment',
  method: 'POST',
  path: '/scheme-assignments/:assignmentId/end',
  summary: 'From this day on the agreement earns nothing by this assignment',
  tag,
  permission: 'scheme.assign',
  params: z.strictObject({ assignmentId: idSchema('assignment') }),
  body: z.strictObject({ validTo: day }),
  answer: z.object({ id: idSchema('assignment') }),
});
