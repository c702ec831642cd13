import type { Operation } from '@mosty/kernel/operation';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { callLoosely, newIdempotencyKey, type AnswerOf, type InputOf } from './client.ts';
import type { ApiRefusal } from './refusal.ts';

export type Verb<O extends Operation> = UseMutationResult<AnswerOf<O>, ApiRefusal, InputOf<O>>;

/**
 * One change through the API. While the connection is lost the same input keeps its idempotency key, so pressing
 * the button again repeats the same request instead of making a second one.
 */
export function useVerb<O extends Operation>(
  operation: O,
  {
    invalidates = [],
    onDone,
  }: { invalidates?: readonly Operation[]; onDone?: (answer: AnswerOf<O>) => void } = {},
): Verb<O> {
  const client = useQueryClient();
  const pending = useRef<{ body: string; key: string } | null>(null);
  return useMutation<AnswerOf<O>, ApiRefusal, InputOf<O>>({
    mutationKey: [operation.id],
    mutationFn: async (input) => {
      const body = JSON.stringify(input);
      if (pending.current?.body !== body) pending.current = { body, key: newIdempotencyKey() };
      try {
        const answer = await callLoosely(operation, { idempotencyKey: pending.current.key, ...input });
        pending.current = null;
        return answer;
      } catch (thrown) {
        const lost = thrown instanceof Error && 'status' in thrown && thrown.status === 0;
        if (!lost) pending.current = null;
        throw thrown;
      }
    },
    onSuccess: async (answer) => {
      await Promise.all(invalidates.map((read) => client.invalidateQueries({ queryKey: [read.id] })));
      onDone?.(answer);
    },
  });
}
