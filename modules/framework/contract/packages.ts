import { TRACKS } from '@mosty/directory/contract';
import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import * as z from 'zod';

/** One service of a track as the document has it now, and when this partner was last given it (S1.24). */
const serviceSchema = z.object({
  /** Its place in the track, from 0. */
  place: z.int(),
  ru: z.string(),
  en: z.string(),
  lastOn: z.string().nullable(),
  times: z.int(),
});

const givenSchema = z.object({
  id: idSchema('given_service'),
  /** In the words the document had on that day. */
  ru: z.string(),
  en: z.string(),
  givenOn: z.string(),
  by: z.string().nullable(),
  toWhom: z.string(),
});

export const packageSchema = z.object({
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  track: z.enum(TRACKS),
  services: z.array(serviceSchema).readonly(),
  /** The newest fifty. */
  given: z.array(givenSchema).readonly(),
  can: z.object({ note: z.boolean() }),
});
export type Package = z.output<typeof packageSchema>;

export const packageRowSchema = z.object({
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  keeper: z.string().nullable(),
  /** Services of the track as it is now, and how many of them this partner was ever given. */
  of: z.int(),
  given: z.int(),
  lastOn: z.string().nullable(),
});
export type PackageRow = z.output<typeof packageRowSchema>;

const tag = 'framework';
const params = z.strictObject({ partnerId: idSchema('partner') });

export const listPackages = operation({
  id: 'listPackages',
  method: 'GET',
  path: '/framework/packages',
  summary: 'Partners led personally and what of their package they were given: those given least first',
  tag,
  permission: 'package.read',
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(packageRowSchema),
});

export const readPackage = operation({
  id: 'readPackage',
  method: 'GET',
  path: '/partners/:partnerId/package',
  summary: 'What a partner’s track gives, and when, by whom and to whom it was given',
  tag,
  permission: 'package.read',
  params,
  answer: packageSchema,
});

export const noteGiven = operation({
  id: 'noteGiven',
  method: 'POST',
  path: '/partners/:partnerId/package',
  summary: 'Write down that a service of the track was given: when, by whom, to whom',
  tag,
  permission: 'package.note',
  params,
  body: z.strictObject({
    place: z.int().min(0).max(11),
    givenOn: z.iso.date(),
    /** A colleague; whoever writes it down unless told. */
    byMemberId: idSchema('member').nullish(),
    toWhom: z.string().trim().min(1).max(200),
  }),
  answer: packageSchema,
  status: 201,
});
