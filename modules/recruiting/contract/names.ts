import { idSchema } from '@mosty/kernel/id';
import { canSchema, exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { pathSchema, stageSchema } from '@mosty/lifecycle/contract';
import * as z from 'zod';
import { MENTION_SOURCES, QUESTIONS } from './mentions.ts';

/** Parts of a candidate's score; their weights stand in `domain/relevance.ts`. */
export const SCORE_PARTS = ['speakers', 'clients', 'sources', 'profile', 'audience'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** The arithmetic of a score, in tenths of a point, so that the parts add up to the whole. */
export const scoreSchema = z.object({
  tenths: z.int(),
  parts: z.array(
    z.object({
      part: z.enum(SCORE_PARTS),
      /** What was counted; null: not known, and worth nothing. */
      found: z.int().nullable(),
      maxTenths: z.int(),
      tenths: z.int(),
      /** Cut, so that the size of the audience stays within its share of the score (S1.15). */
      isCut: z.boolean(),
    }),
  ),
});
export type Score = z.infer<typeof scoreSchema>;

export const heardNameSchema = z.object({
  id: idSchema('heard_name'),
  spoken: z.string(),
  /** Other spellings a person merged into it. */
  aliases: z.array(z.object({ id: idSchema('heard_name'), spoken: z.string() })),
  links: z.array(z.string()),
  audienceSize: z.int().nullable(),
  audienceSeenOn: z.string().nullable(),
  mentions: z.int(),
  /** Different people who named it: what counts as independent. */
  speakers: z.int(),
  /** Of them clients of ours. */
  clients: z.int(),
  /** Of all who answered surveys, how many named it, in parts per million. Null: nobody answered. */
  answeredPpm: z.int().nullable(),
  bySource: z.array(z.object({ source: z.enum(MENTION_SOURCES), speakers: z.int() })),
  byQuestion: z.array(z.object({ question: z.enum(QUESTIONS), speakers: z.int() })),
  lastSaidAt: instantSchema.nullable(),
  partner: z.object({ id: idSchema('partner'), name: z.string(), stage: stageSchema.nullable() }).nullable(),
  setAside: z.object({ at: instantSchema, why: z.string() }).nullable(),
  score: scoreSchema,
});
export type HeardName = z.infer<typeof heardNameSchema>;

/** Why two spellings may be one. */
export const LIKENESS = ['same_link', 'sounds_same', 'handle', 'other_order', 'part', 'close'] as const;
export type Likeness = (typeof LIKENESS)[number];

const brief = z.object({ id: idSchema('heard_name'), spoken: z.string(), speakers: z.int() });

export const likenessSchema = z.object({ one: brief, other: brief, why: z.enum(LIKENESS) });
export type NameLikeness = z.infer<typeof likenessSchema>;

/** Whom to look at: not taken yet · taken into work · set aside · everybody. */
export const NAME_STATES = ['open', 'taken', 'set_aside', 'all'] as const;

const tag = 'names';
const params = z.strictObject({ nameId: idSchema('heard_name') });
const reason = z.string().trim().min(1).max(500);

export const listNames = operation({
  id: 'listNames',
  method: 'GET',
  path: '/names',
  summary: 'Names heard: by relevance, or by how many people named them',
  tag,
  permission: 'mention.read',
  query: z.strictObject({
    limit: pageQuery.limit,
    cursor: pageQuery.cursor,
    state: z.enum(NAME_STATES).default('open'),
    sort: z.enum(['score', 'speakers']).default('score'),
    source: z.enum(MENTION_SOURCES).optional(),
    question: z.enum(QUESTIONS).optional(),
    q: z.string().trim().max(200).optional(),
  }),
  answer: pageOf(heardNameSchema),
});

export const exportNames = exportOf(listNames, { id: 'exportNames', permission: 'mention.read' });

export const readInfluence = operation({
  id: 'readInfluence',
  method: 'GET',
  path: '/names/influence',
  summary: 'How much is known of whom clients listen to: people asked, names, what awaits a person',
  tag,
  permission: 'mention.read',
  answer: z.object({
    answers: z.int(),
    mentions: z.int(),
    names: z.int(),
    /** Named by two or more different people. */
    repeated: z.int(),
    taken: z.int(),
    alike: z.int(),
  }),
});

export const readName = operation({
  id: 'readName',
  method: 'GET',
  path: '/names/:nameId',
  summary: 'One name: who said it where, its spellings, its score with the arithmetic',
  tag,
  permission: 'mention.read',
  params,
  answer: heardNameSchema.extend({
    alike: z.array(brief.extend({ why: z.enum(LIKENESS) })),
    can: canSchema,
  }),
});
export type NameCard = z.infer<(typeof readName)['answer']>;

export const updateName = operation({
  id: 'updateName',
  method: 'PATCH',
  path: '/names/:nameId',
  summary: 'Complete a name: how it is called, its links, the size of its audience',
  tag,
  permission: 'name.write',
  params,
  body: z
    .strictObject({
      links: z.array(z.string().trim().min(1).max(500)).max(10),
      audienceSize: z.int().min(0).max(10_000_000_000).nullable(),
    })
    .partial(),
  answer: heardNameSchema,
});

export const listAlike = operation({
  id: 'listAlike',
  method: 'GET',
  path: '/names/alike',
  summary: 'Spellings that may be one name; a person decides',
  tag,
  permission: 'mention.read',
  answer: z.object({ items: z.array(likenessSchema) }),
});

export const mergeNames = operation({
  id: 'mergeNames',
  method: 'POST',
  path: '/names/:nameId/merging',
  summary: 'This spelling is that name: its mentions count there',
  tag,
  permission: 'name.write',
  params,
  body: z.strictObject({ intoId: idSchema('heard_name') }),
  answer: heardNameSchema,
});

export const partName = operation({
  id: 'partName',
  method: 'DELETE',
  path: '/names/:nameId/merging',
  summary: 'Take a merging back: the spelling is a name of its own again, with its mentions',
  tag,
  permission: 'name.write',
  params,
  answer: heardNameSchema,
});

export const keepApart = operation({
  id: 'keepApart',
  method: 'POST',
  path: '/names/:nameId/apart',
  summary: 'These two are two: not proposed again',
  tag,
  permission: 'name.write',
  params,
  body: z.strictObject({ otherId: idSchema('heard_name') }),
  answer: z.object({ apart: z.literal(true) }),
});

export const setNameAside = operation({
  id: 'setNameAside',
  method: 'POST',
  path: '/names/:nameId/setting-aside',
  summary: 'Not for us, and why; it leaves the list of those to look at',
  tag,
  permission: 'name.write',
  params,
  body: z.strictObject({ why: reason }),
  answer: heardNameSchema,
});

export const bringNameBack = operation({
  id: 'bringNameBack',
  method: 'DELETE',
  path: '/names/:nameId/setting-aside',
  summary: 'Look at a name again',
  tag,
  permission: 'name.write',
  params,
  answer: heardNameSchema,
});

export const takeName = operation({
  id: 'takeName',
  method: 'POST',
  path: '/names/:nameId/partner',
  summary:
    'Take a name into work: it becomes a partner in the conveyor, and a candidate when nothing is missing',
  tag,
  permission: 'name.take',
  params,
  body: z.strictObject({
    path: pathSchema.default('standard'),
    /** How the partner is called; the name as heard unless told. */
    name: z.string().trim().min(1).max(300).optional(),
    /** They are in the directory already. */
    partnerId: idSchema('partner').optional(),
  }),
  answer: z.object({
    partnerId: idSchema('partner'),
    stage: stageSchema,
    /** What the gate to a candidate still asks for. */
    missing: z.int(),
  }),
  status: 201,
});
