import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { NotSignedIn } from '@mosty/identity';
import { Refusal, type RefusalKind } from '@mosty/kernel/refusal';
import { isUnreachable } from './unreachable.ts';

const STATUS: Record<RefusalKind, number> = {
  invalid: 400,
  not_permitted: 403,
  not_found: 404,
  conflict: 409,
  not_now: 422,
  limit: 422,
  upstream: 502,
};

interface Problem {
  readonly status: number;
  readonly kind: RefusalKind | 'fault';
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly errors?: { path: string; message: string }[];
  readonly faultId?: string;
}

/** Values PostgreSQL cannot keep, whatever the schema says: NUL in text, numbers and dates out of its range. */
const NOT_STORABLE = new Set(['22021', '22P05', '22003', '22007', '22008', '22009', '22P02']);

/** The one place where errors become answers: a refusal keeps its code, a fault shows only its id. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error);
  if (problem.kind === 'fault') request.log.error({ err: error, faultId: problem.faultId }, 'fault');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: `urn:mosty:problem:${problem.code}`, title: problem.code, ...problem }));
}

function toProblem(error: unknown): Problem {
  if (error instanceof Refusal) {
    const status = error instanceof NotSignedIn ? 401 : STATUS[error.kind];
    return { status, kind: error.kind, code: error.code, params: error.params };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      path: issue.instancePath,
      message: issue.message ?? 'wrong',
    }));
    return { status: 400, kind: 'invalid', code: 'request.invalid', params: {}, errors };
  }
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  if (code && NOT_STORABLE.has(code)) {
    return {
      status: 400,
      kind: 'invalid',
      code: 'request.not_storable',
      params: { because: message ?? code },
    };
  }
  if (isUnreachable(error)) {
    return { status: 503, kind: 'upstream', code: 'database.unreachable', params: {} };
  }
  // Fastify's own refusals: body too large, wrong content type, broken JSON, too many requests.
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    if (statusCode === 429) return { status: 429, kind: 'limit', code: 'request.too_many', params: {} };
    return { status: statusCode, kind: 'invalid', code: `request.${slug(code ?? 'refused')}`, params: {} };
  }
  return { status: 500, kind: 'fault', code: 'fault', params: {}, faultId: randomBytes(6).toString('hex') };
}

function slug(code: string): string {
  return code.replace(/^FST_(ERR_)?/, '').toLowerCase();
}
