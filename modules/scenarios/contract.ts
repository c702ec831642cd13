import { DEAL_ROLES } from '@mosty/deals/contract';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema } from '@mosty/kernel/money';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

const line = z.string().trim().max(300);
const text = z.string().trim().max(2_000);

/** Who does what, said once; the partner may still be wanting: then the seat is a gap (S3.23). */
const seatInput = z.strictObject({
  role: z.enum(DEAL_ROLES),
  does: line.min(1),
  agreementId: idSchema('agreement').nullish(),
});

/**
 * What a client wants done, and how several players close it whole (S3.15, S3.16): for whom, when and in what words
 * it is offered (S3.5), who does what, and what becomes better at the client (S3.18, S3.24).
 */
export const scenarioInput = z.strictObject({
  task: line.min(1),
  title: line.min(1),
  audience: text.default(''),
  moment: text.default(''),
  words: text.default(''),
  faster: line.default(''),
  lessWork: line.default(''),
  lowerRisk: line.default(''),
  seats: z.array(seatInput).min(1).max(12),
});

export const seatSchema = z.object({
  position: z.int(),
  role: z.enum(DEAL_ROLES),
  does: z.string(),
  agreementId: idSchema('agreement').nullable(),
  partner: z.object({ id: idSchema('partner'), name: z.string() }).nullable(),
  /** Its agreement is in force today: otherwise nobody sits there in truth. */
  inForce: z.boolean(),
});
export type Seat = z.infer<typeof seatSchema>;

/** What is wrong with who does what; the words live in `ui/words.ts` under `warning.<code>` (S3.20). */
export const WARNINGS = ['no_source', 'two_sources', 'nobody_implements', 'gap', 'agreement_over'] as const;
export const warningSchema = z.object({ code: z.enum(WARNINGS), positions: z.array(z.int()) });
export type Warning = z.infer<typeof warningSchema>;

const scenarioFields = {
  id: idSchema('scenario'),
  task: z.string(),
  title: z.string(),
  createdAt: instantSchema,
  archivedAt: instantSchema.nullable(),
  seats: z.array(seatSchema),
  warnings: z.array(warningSchema),
  dealCount: z.int(),
  wonCount: z.int(),
};
export const scenarioRowSchema = z.object(scenarioFields);
export type ScenarioRow = z.infer<typeof scenarioRowSchema>;

const ability = z.union([z.literal(true), z.object({ because: z.string() })]);

export const scenarioDealSchema = z.object({
  dealId: idSchema('deal'),
  number: z.int(),
  title: z.string(),
  class: z.string().nullable(),
  stage: z.string(),
  outcome: z.enum(['won', 'lost']).nullable(),
  amountMinor: z.int().nullable(),
  currency: currencySchema,
  /** What became better at the client, as the client says it, and how we know. */
  effect: z.string().nullable(),
  evidence: z.string().nullable(),
  measuredOn: z.string().nullable(),
});
export type ScenarioDeal = z.infer<typeof scenarioDealSchema>;

export const scenarioSchema = z.object({
  ...scenarioFields,
  audience: z.string(),
  moment: z.string(),
  words: z.string(),
  faster: z.string(),
  lessWork: z.string(),
  lowerRisk: z.string(),
  deals: z.array(scenarioDealSchema),
  can: z.object({ write: ability }),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** Why a partner is suggested; the words live in `ui/words.ts` under `fit.<code>`. */
export const fitSchema = z.object({
  code: z.enum(['kind_fits', 'did_it_before', 'same_scenario', 'never_did_it', 'elsewhere']),
  count: z.int(),
});
export const suggestionSchema = z.object({
  agreementId: idSchema('agreement'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  class: z.string(),
  kind: z.string(),
  fits: z.array(fitSchema),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

const tag = 'scenarios';
const params = z.strictObject({ scenarioId: idSchema('scenario') });
const seatParams = params.extend({ position: z.coerce.number().int().min(1).max(12) });
const dealParams = params.extend({ dealId: idSchema('deal') });

export const listScenarios = operation({
  id: 'listScenarios',
  method: 'GET',
  path: '/scenarios',
  summary: 'Scenarios with who covers each role and what deals came of them, newest first',
  tag,
  permission: 'scenario.read',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().max(100).optional(),
    show: z.enum(['gaps', 'archived']).optional(),
  }),
  answer: pageOf(scenarioRowSchema),
});

export const readScenario = operation({
  id: 'readScenario',
  method: 'GET',
  path: '/scenarios/:scenarioId',
  summary: 'One scenario: the client’s task, roles and gaps, deals and their effect',
  tag,
  permission: 'scenario.read',
  params,
  answer: scenarioSchema,
});

export const createScenario = operation({
  id: 'createScenario',
  method: 'POST',
  path: '/scenarios',
  summary: 'Write down a scenario; a seat without an agreement is a gap',
  tag,
  permission: 'scenario.write',
  body: scenarioInput,
  answer: scenarioSchema,
  status: 201,
});

export const changeScenario = operation({
  id: 'changeScenario',
  method: 'PUT',
  path: '/scenarios/:scenarioId',
  summary: 'Change a scenario as a whole',
  tag,
  permission: 'scenario.write',
  params,
  body: scenarioInput,
  answer: scenarioSchema,
});

export const archiveScenario = operation({
  id: 'archiveScenario',
  method: 'POST',
  path: '/scenarios/:scenarioId/archival',
  summary: 'Put a scenario away or bring it back; its deals stay',
  tag,
  permission: 'scenario.write',
  params,
  body: z.strictObject({ archived: z.boolean() }),
  answer: scenarioSchema,
});

export const suggestPartners = operation({
  id: 'suggestPartners',
  method: 'GET',
  path: '/scenarios/:scenarioId/seats/:position/suggestions',
  summary: 'Partners who could take the seat, best first, each with why',
  tag,
  permission: 'scenario.read',
  params: seatParams,
  answer: z.object({ items: z.array(suggestionSchema) }),
});

export const coverSeat = operation({
  id: 'coverSeat',
  method: 'PUT',
  path: '/scenarios/:scenarioId/seats/:position/agreement',
  summary: 'Give a seat to a partner, or make it a gap again',
  tag,
  permission: 'scenario.write',
  params: seatParams,
  body: z.strictObject({ agreementId: idSchema('agreement').nullable() }),
  answer: scenarioSchema,
});

export const putDealIntoScenario = operation({
  id: 'putDealIntoScenario',
  method: 'PUT',
  path: '/scenarios/:scenarioId/deals/:dealId',
  summary: 'Say that a deal goes by this scenario; a deal goes by one',
  tag,
  permission: 'scenario.write',
  params: dealParams,
  answer: scenarioSchema,
});

export const takeDealOut = operation({
  id: 'takeDealOut',
  method: 'DELETE',
  path: '/scenarios/:scenarioId/deals/:dealId',
  summary: 'Say that a deal does not go by this scenario after all',
  tag,
  permission: 'scenario.write',
  params: dealParams,
  answer: scenarioSchema,
});

export const recordEffect = operation({
  id: 'recordEffect',
  method: 'PUT',
  path: '/scenarios/:scenarioId/deals/:dealId/effect',
  summary: 'Write down what became better at the client, and how we know (S3.24)',
  tag,
  permission: 'scenario.write',
  params: dealParams,
  body: z.strictObject({
    effect: text.min(1),
    evidence: text.min(1),
    measuredOn: z.iso.date(),
  }),
  answer: scenarioSchema,
});
