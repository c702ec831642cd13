import type { Operation } from '@mosty/kernel/operation';

export {
  canSchema,
  FILE_FORMATS,
  fileQuery,
  LANGUAGES,
  pageOf,
  pageQuery,
  problemSchema,
} from '@mosty/kernel/operation';

type Declared = Pick<Operation, 'id' | 'method' | 'path' | 'summary' | 'tag' | 'permission'> &
  Partial<Operation>;

/** The kernel's `operation` without the default shapes: what the browser needs to make a request. */
export function operation(declared: Declared): Omit<Operation, 'params' | 'query' | 'body' | 'answer'> {
  return { status: 200, consumes: 'json', idempotent: declared.method === 'POST', ...declared };
}

/** The kernel's `exportOf`, likewise. */
export function exportOf(
  list: Pick<Operation, 'path' | 'summary' | 'tag'>,
  { id, permission }: { id: string; permission: string },
): ReturnType<typeof operation> {
  const { path, summary, tag } = list;
  return operation({ id, method: 'GET', path: `${path}/export`, summary, tag, permission });
}
