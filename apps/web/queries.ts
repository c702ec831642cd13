import { ApiRefusal } from '@mosty/ui-kit';
import { QueryClient } from '@tanstack/react-query';

/** A refusal is an answer: asking again would bring the same. Only a lost connection and a fault are tried once more. */
function worthRepeating(failures: number, thrown: Error): boolean {
  const answered = thrown instanceof ApiRefusal && thrown.status !== 0 && thrown.status < 500;
  return !answered && failures < 1;
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRepeating, staleTime: 15_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
