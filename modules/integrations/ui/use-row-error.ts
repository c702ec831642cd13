import { useWords, wordsOfRefusal } from '@mosty/ui-kit';

interface RowError {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is wrong with a line, in words: our own, or those the neighbour has for its refusal. */
export function useRowError(): (error: RowError) => string {
  const t = useWords('integrations');
  return ({ code, params }) => {
    const ours: unknown = t(`errors.${code}`, { ...params, defaultValue: '' });
    if (typeof ours === 'string' && ours !== '') return ours;
    const { what, change } = wordsOfRefusal(t, { kind: 'invalid', code, params: { ...params } });
    return [what, change].filter(Boolean).join(' ');
  };
}
