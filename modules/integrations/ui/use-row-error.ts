import { useWords, wordsOfRefusal } from '@mosty/ui-kit';

interface RowError {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface SaidError {
  readonly what: string;
  /** What would mend it. */
  readonly change?: string | undefined;
}

/** What is wrong with a line and what to do, in words: our own, or those the neighbour has for its refusal. */
export function useRowError(): (error: RowError) => SaidError {
  const t = useWords('integrations');
  return ({ code, params }) => {
    const ours = (branch: 'errors' | 'advice'): string | undefined => {
      const said: unknown = t(`${branch}.${code}`, { ...params, defaultValue: '' });
      return typeof said === 'string' && said !== '' ? said : undefined;
    };
    const what = ours('errors');
    if (what !== undefined) return { what, change: ours('advice') };
    return wordsOfRefusal(t, { kind: 'invalid', code, params: { ...params } });
  };
}
