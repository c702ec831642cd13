import { Count, useWords, type Figure } from '@mosty/ui-kit';
import type { ImportKind } from '../contract.ts';
import type { Import } from './ImportScreen.tsx';

type Result = NonNullable<Import['result']>;

/** What was written, in things of the business; what is nothing is not shown, save the first. */
export function useResultFigures(): (
  file: { readonly kind: ImportKind; readonly state: Import['state'] },
  result: Result,
) => readonly Figure[] {
  const t = useWords('integrations');
  return ({ kind, state }, result) => {
    const names = ['created', 'updated', 'credits', 'agreements', 'known', 'waiting', 'refused'] as const;
    if (state === 'undoing')
      return [{ label: t('result.reversed'), value: <Count value={result.reversed} /> }];
    return names
      .filter((name, place) => place === 0 || result[name] > 0)
      .map((name) => ({
        label: name === 'created' ? t(`result.created.${kind}`) : t(`result.${name}`),
        value: <Count value={result[name]} />,
        ...(NOTED.has(name) ? { note: t(`result.note.${name}`) } : {}),
      }));
  };
}

const NOTED: ReadonlySet<string> = new Set(['known', 'waiting', 'refused']);
