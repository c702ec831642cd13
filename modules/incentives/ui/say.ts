import { useWords } from '@mosty/ui-kit';

/** Words by key, for functions outside of React. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function useSay(): Say {
  const t = useWords('incentives');
  return (key, values) => t(key, { ...values });
}
