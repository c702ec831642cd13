import { KINDS } from '@mosty/agreements/contract';
import { idSchema } from '@mosty/kernel/id';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

export const ASSET_KINDS = [
  'logo',
  'script',
  'walkthrough',
  'case',
  'presentation',
  'banner',
  'text',
] as const;
/** When a material is of use: until the first result, while selling, when there is more to grow into. */
export const ASSET_STAGES = ['first', 'sell', 'grow'] as const;
export const ASSET_STATES = ['draft', 'published', 'archived'] as const;
export const ASSET_FORMS = ['file', 'link', 'text'] as const;
export const MATERIAL_LANGUAGES = ['ru', 'en'] as const;
/** What nobody said to be true for so long may be true no more. */
export const STALE_DAYS = 90;

export type AssetKind = (typeof ASSET_KINDS)[number];
export type AssetStage = (typeof ASSET_STAGES)[number];
export type AssetState = (typeof ASSET_STATES)[number];
export type AssetForm = (typeof ASSET_FORMS)[number];
export type MaterialLanguage = (typeof MATERIAL_LANGUAGES)[number];

const kindsSchema = z.array(z.enum(KINDS)).max(KINDS.length);

/** Whom we made it with (S1.51): one of us, or a partner, and what they gave. */
const contributorSchema = z
  .strictObject({
    memberId: idSchema('member').optional(),
    partnerId: idSchema('partner').optional(),
    what: z.string().trim().max(120).default(''),
  })
  .refine((told) => (told.memberId === undefined) !== (told.partnerId === undefined), {
    message: 'a colleague or a partner',
    path: ['partnerId'],
  });
export type Contributor = z.output<typeof contributorSchema>;

export const assetFields = {
  title: z.string().trim().min(1).max(200),
  about: z.string().trim().max(1000).default(''),
  kind: z.enum(ASSET_KINDS),
  /** Kinds of partners it is for; empty: for all. */
  kinds: kindsSchema.default([]),
  /** Empty: always of use. */
  stages: z.array(z.enum(ASSET_STAGES)).max(3).default([]),
  language: z.enum(MATERIAL_LANGUAGES).default('ru'),
  /** Untold: they stay. */
  contributors: z.array(contributorSchema).max(20).optional(),
};

/** What it is made of: a file uploaded before for the library, an address, or words. */
export const contentSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('file'), fileId: idSchema('file') }),
  z.strictObject({ form: z.literal('link'), link: z.url({ protocol: /^https?$/ }).max(2000) }),
  z.strictObject({ form: z.literal('text'), body: z.string().trim().min(1).max(20_000) }),
]);
export type Content = z.output<typeof contentSchema>;

export const assetRowSchema = z.object({
  id: idSchema('asset'),
  title: z.string(),
  about: z.string(),
  kind: z.enum(ASSET_KINDS),
  kinds: z.array(z.enum(KINDS)),
  stages: z.array(z.enum(ASSET_STAGES)),
  language: z.enum(MATERIAL_LANGUAGES),
  state: z.enum(ASSET_STATES),
  version: z.int(),
  form: z.enum(ASSET_FORMS),
  link: z.string().nullable(),
  file: z.object({ name: z.string(), mediaType: z.string(), sizeBytes: z.int() }).nullable(),
  confirmedOn: z.string(),
  isStale: z.boolean(),
  /** Whether it is of use where the reading partner stands; null for our own people. */
  fitsNow: z.boolean().nullable(),
  contributors: z.array(
    z.object({
      name: z.string(),
      what: z.string(),
      memberId: idSchema('member').nullable(),
      partnerId: idSchema('partner').nullable(),
    }),
  ),
  /** Of the last 90 days; null for people of a partner. */
  used: z
    .object({
      opens: z.int(),
      partners: z.int(),
      ownOpens: z.int(),
      /** Clients whose first payment came after their partner had opened it. Said with no claim that it is because. */
      clientsAfter: z.int(),
    })
    .nullable(),
});
export type AssetRow = z.infer<typeof assetRowSchema>;

export const assetSchema = assetRowSchema.extend({
  body: z.string().nullable(),
  versions: z.array(
    z.object({
      version: z.int(),
      form: z.enum(ASSET_FORMS),
      name: z.string().nullable(),
      link: z.string().nullable(),
      body: z.string().nullable(),
      madeAt: instantSchema,
      madeBy: z.string().nullable(),
    }),
  ),
  readers: z.array(
    z.object({ partnerId: idSchema('partner'), name: z.string(), opens: z.int(), lastOn: z.string() }),
  ),
});
export type Asset = z.infer<typeof assetSchema>;

const tag = 'library';
const params = z.strictObject({ assetId: idSchema('asset') });

export const ASSET_SHOWS = ['published', 'stale', 'draft', 'archived', 'all'] as const;
export const ASSET_SORTS = ['recent', 'used', 'after'] as const;

export const listAssets = operation({
  id: 'listAssets',
  method: 'GET',
  path: '/library/assets',
  summary: 'Materials; people of a partner see those published for their kind, what is of use now first',
  tag,
  permission: 'library.read',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().max(200).optional(),
    kind: z.enum(ASSET_KINDS).optional(),
    for: z.enum(KINDS).optional(),
    show: z.enum(ASSET_SHOWS).default('published'),
    sort: z.enum(ASSET_SORTS).default('recent'),
  }),
  answer: pageOf(assetRowSchema),
});

export const exportAssets = exportOf(listAssets, { id: 'exportAssets', permission: 'library.edit' });

export const countMaterials = operation({
  id: 'countMaterials',
  method: 'GET',
  path: '/library/counts',
  summary: 'How many materials and answers there are, and how many nobody confirmed for ninety days',
  tag,
  permission: 'library.edit',
  answer: z.object({
    assets: z.int(),
    staleAssets: z.int(),
    answers: z.int(),
    staleAnswers: z.int(),
    /** The most opened one of ninety days. */
    best: z.object({ id: idSchema('asset'), title: z.string(), opens: z.int() }).nullable(),
  }),
});

export const readAsset = operation({
  id: 'readAsset',
  method: 'GET',
  path: '/library/assets/:assetId',
  summary: 'One material with its words, its versions and who opened it',
  tag,
  permission: 'library.read',
  params,
  answer: assetSchema,
});

export const createAsset = operation({
  id: 'createAsset',
  method: 'POST',
  path: '/library/assets',
  summary: 'Puts a material into the library, as a draft or at once for partners',
  tag,
  permission: 'library.edit',
  body: z.strictObject({ ...assetFields, content: contentSchema, publish: z.boolean().default(false) }),
  answer: assetSchema,
  status: 201,
});

export const changeAsset = operation({
  id: 'changeAsset',
  method: 'PUT',
  path: '/library/assets/:assetId',
  summary: 'Changes what is said of a material and for whom it is; with content, makes its next version',
  tag,
  permission: 'library.edit',
  params,
  body: z.strictObject({ ...assetFields, content: contentSchema.optional() }),
  answer: assetSchema,
});

export const setAssetState = operation({
  id: 'setAssetState',
  method: 'PUT',
  path: '/library/assets/:assetId/state',
  summary: 'Publishes a material, takes it into the archive, or brings it back',
  tag,
  permission: 'library.edit',
  params,
  body: z.strictObject({ state: z.enum(ASSET_STATES) }),
  answer: assetSchema,
});

export const confirmMaterials = operation({
  id: 'confirmMaterials',
  method: 'POST',
  path: '/library/confirmations',
  summary: 'Somebody looked and says: still true. One or many at once',
  tag,
  permission: 'library.edit',
  body: z.strictObject({
    assetIds: z.array(idSchema('asset')).max(200).default([]),
    answerIds: z.array(idSchema('library_answer')).max(200).default([]),
  }),
  answer: z.object({ confirmed: z.int() }),
});

export const openAsset = operation({
  id: 'openAsset',
  method: 'POST',
  path: '/library/assets/:assetId/openings',
  summary: 'Notes that a material was opened: by a partner on a day, or by one of ours apart from them',
  tag,
  permission: 'library.read',
  params,
  idempotent: false,
  answer: z.object({ counted: z.enum(['partner', 'own']) }),
});

export const readAssetFile = operation({
  id: 'readAssetFile',
  method: 'GET',
  path: '/library/assets/:assetId/file',
  summary: 'The file of a material, in the version that stands now',
  tag,
  permission: 'library.read',
  params,
  answer: z.unknown(),
  produces: 'application/octet-stream',
});

export const readVersionFile = operation({
  id: 'readVersionFile',
  method: 'GET',
  path: '/library/assets/:assetId/versions/:version/file',
  summary: 'The file of a material as it was in one of its versions; for our own people',
  tag,
  permission: 'library.edit',
  params: params.extend({ version: z.coerce.number().int().min(1) }),
  answer: z.unknown(),
  produces: 'application/octet-stream',
});
