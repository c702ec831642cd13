import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { instantSchema } from '@mosty/kernel/time';
import { countryText, shortText, taxNumberText } from './partner.ts';

export const VERDICTS = ['verified', 'rejected'] as const;

/** Named texts; the country pack knows which names belong to which legal form (ИНН, КПП, БИК, счёт). */
const fieldsText = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), z.string().trim().min(1).max(300));

export const requisitesSchema = z.object({
  id: idSchema('requisites'),
  partnerId: idSchema('partner'),
  version: z.int(),
  country: z.string(),
  legalForm: z.string(),
  legalName: z.string(),
  taxNumber: z.string().nullable(),
  fields: z.record(z.string(), z.string()),
  bank: z.record(z.string(), z.string()),
  /** No payout before this moment. */
  frozenUntil: instantSchema.nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  verdict: z.enum(VERDICTS).nullable(),
  verdictNote: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
});
export type Requisites = z.infer<typeof requisitesSchema>;

export const requisitesFields = z.strictObject({
  country: countryText,
  legalForm: z.string().regex(/^[a-z_]{1,40}$/),
  legalName: shortText,
  taxNumber: taxNumberText.nullish(),
  fields: fieldsText.default({}),
  bank: fieldsText.default({}),
});
export type RequisitesFields = z.output<typeof requisitesFields>;

/**
 * How long payouts wait after an account was changed: a thief who got in should not be faster than its owner. The rules
 * of money name three days by default and one for small sums; a day is over before a Monday that follows a Friday night.
 */
export const FREEZE_HOURS = 72;

const partnerParams = z.strictObject({ partnerId: idSchema('partner') });
const tag = 'requisites';

export const listRequisites = operation({
  id: 'listRequisites',
  method: 'GET',
  path: '/partners/:partnerId/requisites',
  summary: 'Where the partner’s money goes: every version, newest first',
  tag,
  permission: 'requisites.read',
  params: partnerParams,
  answer: z.object({ items: z.array(requisitesSchema), can: canSchema }),
});

export const setRequisites = operation({
  id: 'setRequisites',
  method: 'POST',
  path: '/partners/:partnerId/requisites',
  summary: 'Write a new version; a changed account freezes payouts for a while and tells both contacts',
  tag,
  permission: 'requisites.write',
  params: partnerParams,
  body: requisitesFields,
  answer: requisitesSchema,
  status: 201,
});

export const sendRequisitesCode = operation({
  id: 'sendRequisitesCode',
  method: 'POST',
  path: '/partners/:partnerId/requisites/code',
  summary: 'A one-time code to the contact known before, for a partner’s person without a second factor',
  tag,
  permission: 'requisites.write',
  params: partnerParams,
  answer: z.object({ sentTo: z.string() }),
});

export const verifyRequisites = operation({
  id: 'verifyRequisites',
  method: 'POST',
  path: '/requisites/:requisitesId/verdict',
  summary: 'Finance looked and says yes or no; not whoever wrote them',
  tag,
  permission: 'requisites.verify',
  params: z.strictObject({ requisitesId: idSchema('requisites') }),
  body: z.strictObject({ verdict: z.enum(VERDICTS), note: shortText.nullish() }),
  answer: requisitesSchema,
});
