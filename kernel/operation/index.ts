import * as z from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One thing the API can do, declared once and read by everybody: the server mounts it, the browser calls it,
 * the OpenAPI and the authorisation matrix are generated from it. Browser-safe.
 *
 * `permission` is an action of the module's policy, or `public` (no sign-in), or `member` (anybody signed in).
 * `path` is relative to `/api/v1`, with `:params`.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly permission: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  /** Success status; 200 unless told. */
  readonly status: number;
  /** Content type of a file answer; JSON when absent. */
  readonly produces?: string;
  /** `stream`: the raw request body goes to the handler unparsed. */
  readonly consumes: 'json' | 'stream';
  /** Moves money or creates something: an `Idempotency-Key` header replays the stored answer. */
  readonly idempotent: boolean;
}

const nothing = z.strictObject({});
type Nothing = typeof nothing;
const noBody = z.undefined().or(z.null()).optional();

export function operation<
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = typeof noBody,
  Answer extends z.ZodType = z.ZodType,
>(declared: {
  id: string;
  method: Method;
  path: string;
  summary: string;
  tag: string;
  permission: string;
  params?: Params;
  query?: Query;
  body?: Body;
  answer: Answer;
  status?: number;
  produces?: string;
  consumes?: 'json' | 'stream';
  idempotent?: boolean;
}): Operation<Params, Query, Body, Answer> {
  return {
    status: 200,
    consumes: 'json',
    idempotent: declared.method === 'POST',
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: noBody as unknown as Body,
    ...declared,
  };
}

/** Keyset paging: `cursor` is opaque, `limit` at most 100. */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const FILE_FORMATS = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const LANGUAGES = ['ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What every file of rows may be asked for: the format, and the language of its words where the browser's is another. */
export const fileQuery = {
  format: z.enum(FILE_FORMATS).default('csv'),
  language: z.enum(LANGUAGES).optional(),
};

type ExportQuery<Query extends z.ZodObject> = z.ZodObject<
  Omit<Query['shape'], keyof typeof pageQuery> & typeof fileQuery,
  z.core.$strict
>;

/** The rows of a list as a file: exactly its filters and its order, and all of its pages. */
export function exportOf<Params extends z.ZodType, Query extends z.ZodObject>(
  list: Operation<Params, Query>,
  { id, permission }: { id: string; permission: string },
): Operation<Params, ExportQuery<Query>> {
  const { cursor: _cursor, limit: _limit, ...filters } = list.query.shape;
  return operation({
    id,
    method: 'GET',
    path: `${list.path}/export`,
    summary: `The same rows as a CSV or XLSX file: ${list.summary}`,
    tag: list.tag,
    permission,
    params: list.params,
    query: z.strictObject({ ...filters, ...fileQuery }) as unknown as ExportQuery<Query>,
    answer: z.unknown(),
    produces: 'text/csv',
  });
}

/** What the signed-in actor may do with the thing answered, and the refusal's code and params when not. */
export const canSchema = z.record(
  z.string(),
  z.union([
    z.literal(true),
    z.object({ because: z.string(), params: z.record(z.string(), z.unknown()).optional() }),
  ]),
);

/** RFC 9457 problem+json: `code` is stable, words live in the reader's language. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  kind: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  faultId: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
