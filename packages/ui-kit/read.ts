import type { Operation } from '@mosty/kernel/operation';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callLoosely, type AnswerOf, type InputOf } from './client.ts';
import type { ApiRefusal } from './refusal.ts';

export interface ReadOptions {
  /** False while something it needs is not known yet. */
  readonly enabled?: boolean;
  /** Asks again every so many milliseconds, for progress. */
  readonly every?: number | false;
  /** Keeps the previous rows while a filter changes, so that nothing jumps. True unless told. */
  readonly keep?: boolean;
}

function keyOf(operation: Operation, input: object): readonly unknown[] {
  return [operation.id, input];
}

/** One read of the API, kept by operation id and input; `useVerb(…, { invalidates })` makes it fresh. */
export function useRead<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  { enabled = true, every = false, keep = true }: ReadOptions = {},
): UseQueryResult<AnswerOf<O>, ApiRefusal> {
  return useQuery<AnswerOf<O>, ApiRefusal>({
    queryKey: keyOf(operation, input),
    queryFn: ({ signal }) => callLoosely(operation, input, signal),
    enabled,
    refetchInterval: every,
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
  });
}
