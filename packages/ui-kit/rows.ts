import type { Operation } from '@mosty/kernel/operation';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { callLoosely, type AnswerOf, type InputOf } from './client.ts';
import type { ReadOptions } from './read.ts';
import type { ApiRefusal } from './refusal.ts';

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

type RowOf<O extends Operation> = AnswerOf<O> extends Page<infer Row> ? Row : never;

export interface Rows<Row> {
  readonly rows: readonly Row[];
  /** The first page is not here yet. */
  readonly loading: boolean;
  /** The rows shown belong to the previous filter. */
  readonly stale: boolean;
  readonly refusal: ApiRefusal | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly more: () => void;
  readonly again: () => void;
}

/** A list that grows by «Показать ещё»: any operation that answers `pageOf(row)`. */
export function useRows<O extends Operation>(
  operation: O,
  input: Omit<InputOf<O>, 'idempotencyKey'>,
  { enabled = true, every = false }: Omit<ReadOptions, 'keep'> = {},
): Rows<RowOf<O>> {
  const { query, ...rest } = input as { query?: Record<string, unknown> };
  const pages = useInfiniteQuery<
    Page<RowOf<O>>,
    ApiRefusal,
    { pages: Page<RowOf<O>>[] },
    readonly unknown[],
    string | null
  >({
    queryKey: [operation.id, 'rows', input],
    queryFn: ({ pageParam, signal }) =>
      callLoosely(
        operation,
        { ...rest, query: { ...query, cursor: pageParam ?? undefined } },
        signal,
      ) as Promise<Page<RowOf<O>>>,
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    enabled,
    refetchInterval: every,
    placeholderData: keepPreviousData,
  });
  return {
    rows: pages.data?.pages.flatMap((page) => page.items) ?? [],
    loading: pages.isPending,
    stale: pages.isPlaceholderData,
    refusal: pages.error,
    hasMore: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
    more: () => void pages.fetchNextPage(),
    again: () => void pages.refetch(),
  };
}
