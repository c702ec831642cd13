import type { Context } from '@mosty/kernel/context';
import type { Served } from '@mosty/kernel/http';
import type { Operation } from '@mosty/kernel/operation';
import type * as z from 'zod';

interface Asked {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** The door of these routes, as the server opens it: input through the operation's shapes, the answer through its own and through JSON. */
export function askOf(routes: readonly Served[]) {
  return async function ask<O extends Operation>(
    operation: O,
    ctx: Context,
    input: Asked = {},
  ): Promise<z.output<O['answer']>> {
    const route = routes.find((served) => served.operation.id === operation.id);
    if (!route) throw new Error(`nobody serves ${operation.id}`);
    const answer = await route.handle(ctx, {
      params: operation.params.parse(input.params ?? {}),
      query: operation.query.parse(input.query ?? {}),
      body: operation.body.parse(input.body),
      remoteAddress: '127.0.0.1',
      origin: 'http://localhost',
      headers: {},
    });
    const shown: unknown = JSON.parse(JSON.stringify(operation.answer.parse(answer)));
    return operation.answer.parse(shown) as z.output<O['answer']>;
  };
}
