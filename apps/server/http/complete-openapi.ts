import { toJSONSchema } from 'zod';
import { problemSchema } from '@mosty/kernel/operation';

/** The parts of the document that are completed here; the rest goes through untouched. */
interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> | undefined;
  readonly components?: object | undefined;
}

const { $schema: _dialect, ...problem } = toJSONSchema(problemSchema, { io: 'output' });

const COMPONENTS = {
  schemas: { Problem: problem },
  responses: {
    Problem: {
      description: 'Refused: RFC 9457 with a stable `code`, and the parameters of its words',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key gives the same answer for 48 hours; with another body a 409',
      schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
    },
  },
};

const refusal = { $ref: '#/components/responses/Problem' };

/** Says once for all operations what every one of them shares: how it refuses, how it is repeated, which file it is. */
export function completeOpenApi<D extends Document>(document: D): D {
  const paths = Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods ?? {}).map(([method, operation]) => [method, completed(operation)]),
      ),
    ]),
  );
  return { ...document, paths, components: { ...document.components, ...COMPONENTS } };
}

function completed(operation: unknown): unknown {
  if (!isRecord(operation)) return operation;
  const { 'x-produces': produces, 'x-idempotent': idempotent, responses, ...rest } = operation;
  const told = isRecord(responses) ? responses : {};
  const { default: _default, ...answers } = told;
  const described: [string, unknown][] = Object.entries(answers).map(([status, answer]) => [
    status,
    {
      ...(isRecord(answer) ? answer : {}),
      description: 'As the summary says',
      ...(typeof produces === 'string'
        ? { content: { [produces]: { schema: { type: 'string', format: 'binary' } } } }
        : {}),
    },
  ]);
  const parameters: readonly unknown[] = Array.isArray(rest['parameters']) ? rest['parameters'] : [];
  return {
    ...rest,
    ...(idempotent === true
      ? { parameters: [...parameters, { $ref: '#/components/parameters/IdempotencyKey' }] }
      : {}),
    responses: Object.fromEntries([...described, ['4XX', refusal], ['5XX', refusal]] as [string, unknown][]),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
