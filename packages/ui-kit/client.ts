import type { Operation } from '@mosty/kernel/operation';
import type * as z from 'zod';
import { LOOK_HEADER, looksAs } from './looking.ts';
import { ApiRefusal, refusalOf } from './refusal.ts';

const BASE = '/api/v1';

type Shape<S extends z.ZodType> = z.input<S>;
/** A part of the input: absent where the operation takes none, optional where all of it is optional. */
type Part<Key extends string, S> = [S] extends [null | undefined]
  ? { readonly [K in Key]?: undefined }
  : Record<never, never> extends S
    ? { readonly [K in Key]?: S | undefined }
    : { readonly [K in Key]: S };

export type InputOf<O extends Operation> = Part<'params', Shape<O['params']>> &
  Part<'query', Shape<O['query']>> &
  Part<'body', Shape<O['body']>> & { readonly idempotencyKey?: string | undefined };

export type AnswerOf<O extends Operation> = z.output<O['answer']>;

/** Input with nothing required may be left out altogether. */
export type Rest<O extends Operation> =
  Record<never, never> extends InputOf<O> ? [input?: InputOf<O>] : [input: InputOf<O>];

interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** The address of an operation: for `<a href download>` and for `call`. */
export function hrefOf<O extends Operation>(operation: O, ...[input]: Rest<O>): string {
  const address = addressOf(operation, input ?? {});
  const partnerId = looksAs();
  if (partnerId === null) return address;
  // A browser that fetches a file sends no headers of ours.
  return `${address}${address.includes('?') ? '&' : '?'}${LOOK_HEADER}=${encodeURIComponent(partnerId)}`;
}

function addressOf(operation: Operation, input: LooseInput): string {
  const params = record(input.params);
  const path = operation.path.replace(/:([a-zA-Z]+)/g, (_whole, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(record(input.query))) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return BASE + path + (text ? `?${text}` : '');
}

let signedOut: () => void = () => undefined;

/** What to do when the server no longer knows us. The app sends the reader to sign in and back. */
export function onSignedOut(act: () => void): void {
  signedOut = act;
}

/** `crypto.randomUUID` is missing on plain http, where a company may well run us inside its own network. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/**
 * Calls one operation of the API.
 * @throws ApiRefusal for everything but success: problem+json, a lost connection (`kit.offline`), a fault
 */
export async function call<O extends Operation>(operation: O, ...[input]: Rest<O>): Promise<AnswerOf<O>> {
  return callLoosely(operation, input ?? {});
}

/** `call` for the hooks, which carry the input as one value. */
export async function callLoosely<O extends Operation>(
  operation: O,
  input: LooseInput,
  signal?: AbortSignal,
): Promise<AnswerOf<O>> {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  const raw = operation.consumes === 'stream';
  if (input.body !== undefined && !raw) headers['content-type'] = 'application/json';
  if (raw) headers['content-type'] = 'application/octet-stream';
  const partnerId = looksAs();
  if (partnerId !== null) headers[LOOK_HEADER] = partnerId;
  if (operation.idempotent) headers['idempotency-key'] = input.idempotencyKey ?? newIdempotencyKey();

  let response: Response;
  try {
    response = await fetch(addressOf(operation, input), {
      method: operation.method,
      credentials: 'same-origin',
      headers,
      ...(signal ? { signal } : {}),
      ...(input.body === undefined ? {} : { body: raw ? (input.body as Blob) : JSON.stringify(input.body) }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiRefusal({ kind: 'upstream', code: 'kit.offline', status: 0 });
  }
  if (!response.ok) {
    const refusal = await refusalOf(response);
    if (refusal.status === 401 && operation.permission !== 'public') signedOut();
    throw refusal;
  }
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  // The server has validated the answer by this very schema; checking it twice is for development only.
  if (import.meta.env?.DEV) operation.answer.parse(answer);
  return answer as AnswerOf<O>;
}
