import type { Operation } from '@mosty/kernel/operation';

export { canSchema, pageOf, pageQuery, problemSchema } from '@mosty/kernel/operation';

type Declared = Pick<Operation, 'id' | 'method' | 'path' | 'summary' | 'tag' | 'permission'> &
  Partial<Operation>;

/** The kernel's `operation` without the default shapes: what the browser needs to make a request. */
export function operation(declared: Declared): Omit<Operation, 'params' | 'query' | 'body' | 'answer'> {
  return { status: 200, consumes: 'json', idempotent: declared.method === 'POST', ...declared };
}
