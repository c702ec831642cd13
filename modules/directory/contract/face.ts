import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

export const SIDES = ['ours', 'theirs'] as const;
export type Side = (typeof SIDES)[number];

const words = z.string().trim().min(1).max(200);
const day = z.iso.date();

/** A person who answers for the partnership on one of its sides (S0.62). */
export const faceSchema = z.object({
  id: idSchema('face'),
  partnerId: idSchema('partner'),
  side: z.enum(SIDES),
  memberId: idSchema('member').nullable(),
  name: z.string(),
  title: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  channel: z.string().nullable(),
  replyHours: z.int().nullable(),
  isMain: z.boolean(),
  absentUntil: z.string().nullable(),
});
export type Face = z.infer<typeof faceSchema>;

export const faceFields = z.strictObject({
  side: z.enum(SIDES),
  /** Ours only: which colleague it is. */
  memberId: idSchema('member').nullish(),
  name: words,
  title: words.nullish(),
  email: z.email().max(200).nullish(),
  phone: z.string().trim().min(3).max(40).nullish(),
  /** Where to write: «Telegram @…», «звонок по вторникам». */
  channel: words.nullish(),
  /** Promised to answer within this many hours. */
  replyHours: z.int().min(1).max(2_000).nullish(),
  isMain: z.boolean().optional(),
  absentUntil: day.nullish(),
});
export type FaceFields = z.output<typeof faceFields>;

const faceParams = z.strictObject({ faceId: idSchema('face') });
const tag = 'partners';

export const addFace = operation({
  id: 'addFace',
  method: 'POST',
  path: '/partners/:partnerId/faces',
  summary: 'Add a person who answers for the partnership, of either side',
  tag,
  permission: 'partner.write',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  body: faceFields,
  answer: faceSchema,
  status: 201,
});

export const updateFace = operation({
  id: 'updateFace',
  method: 'PATCH',
  path: '/faces/:faceId',
  summary: 'Change a person of either side; fields left out stay',
  tag,
  permission: 'partner.write',
  params: faceParams,
  body: faceFields.omit({ side: true }).partial(),
  answer: faceSchema,
});

export const removeFace = operation({
  id: 'removeFace',
  method: 'DELETE',
  path: '/faces/:faceId',
  summary: 'The person no longer answers for this partnership',
  tag,
  permission: 'partner.write',
  params: faceParams,
  answer: faceSchema,
});
