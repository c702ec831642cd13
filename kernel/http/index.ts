export { askingCounter, networkOf } from './count-asking.ts';
export { decodeCursor, encodeCursor, pageFrom, type Place } from './cursor.ts';
export { languageOf } from './language.ts';
import type { Readable } from 'node:stream';
import type * as z from 'zod';
import type { Context } from '../context/index.ts';
import type { Operation } from '../operation/index.ts';

/** A file as an answer, for operations that declare `produces`. */
export interface FileAnswer {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer | string | Readable;
  /** Of bytes that never change under their address: whoever has them already is told so. */
  readonly etag?: string;
}

export interface Request<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Of the caller; already hashed where it is kept. */
  readonly remoteAddress: string;
  /** Where the program was asked: what a proxy of ours says, otherwise the configured address. Never the caller's word. */
  readonly origin: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

type Handler<O> =
  O extends Operation<infer Params, infer Query, infer Body, infer Answer>
    ? (
        ctx: Context,
        request: Request<z.output<Params>, z.output<Query>, z.output<Body>>,
      ) => Promise<z.input<Answer> | FileAnswer>
    : never;

/** An operation with the function that answers it, ready for the server to mount. */
export interface Served {
  readonly operation: Operation;
  readonly handle: (ctx: Context, request: Request<unknown, unknown, unknown>) => Promise<unknown>;
}

export function serve<O extends Operation<z.ZodType, z.ZodType, z.ZodType, z.ZodType>>(
  operation: O,
  handle: Handler<O>,
): Served {
  return { operation, handle: handle as unknown as Served['handle'] };
}
