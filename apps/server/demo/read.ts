import type { Context } from '@mosty/kernel/context';
import type { Served } from '@mosty/kernel/http';
import type { Operation } from '@mosty/kernel/operation';
import type * as z from 'zod';

interface Asked {
  readonly params?: unknown;
  readonly query?: unknown;
}

/** What a page of a colleague would show, through the same door. */
export async function read<O extends Operation>(
  routes: readonly Served[],
  operation: O,
  ctx: Context,
  { params = {}, query = {} }: Asked,
): Promise<z.output<O['answer']>> {
  const route = routes.find((served) => served.operation.id === operation.id);
  const answer = await route?.handle(ctx, {
    params: operation.params.parse(params),
    query: operation.query.parse(query),
    body: undefined,
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  });
  return operation.answer.parse(answer) as z.output<O['answer']>;
}
