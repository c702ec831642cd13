import { Count, PageLink, paths, useWords, type Figure } from '@mosty/ui-kit';
import type { ImportKind } from '../contract.ts';
import type { Import } from './ImportScreen.tsx';

type Result = NonNullable<Import['result']>;
type Written = Pick<Import, 'id' | 'kind' | 'state'>;

const NAMES = ['created', 'updated', 'credits', 'agreements', 'known', 'waiting', 'refused'] as const;
type Name = (typeof NAMES)[number];
const NOTED: ReadonlySet<Name> = new Set<Name>(['known', 'waiting', 'refused']);

/** What was written, in things of the business, each opening its rows; what is nothing is not shown, save the first. */
export function useResultFigures(): (file: Written, result: Result) => readonly Figure[] {
  const t = useWords('integrations');
  return (file, result) => {
    if (file.state === 'undoing')
      return [{ label: t('result.reversed'), value: <Count value={result.reversed} /> }];
    return NAMES.filter((name, place) => place === 0 || result[name] > 0).map((name) => {
      const to = result[name] > 0 ? rowsBehind(name, file) : null;
      const value = <Count value={result[name]} />;
      return {
        label: name === 'created' ? t(`result.created.${file.kind}`) : t(`result.${name}`),
        value: to ? <PageLink to={to}>{value}</PageLink> : value,
        ...(NOTED.has(name) ? { note: t(`result.note.${name}`) } : {}),
      };
    });
  };
}

const PAGE_OF_KIND: Readonly<Record<ImportKind, (importId: string) => string>> = {
  partners: (importId) => paths.partners({ import: importId, stage: 'any' }),
  clients: (importId) => paths.clients({ import: importId }),
  sales: (importId) => paths.deals({ import: importId }),
  refunds: (importId) => paths.refunds({ import: importId }),
  costs: () => paths.costs(),
};

/** Where the rows of a figure stand: in the books if they were written, among the lines of the file if not. */
function rowsBehind(name: Name, { id, kind }: Written): string {
  switch (name) {
    case 'created':
      return PAGE_OF_KIND[kind](id);
    case 'updated':
      return paths.import({ importId: id }, { show: 'changed' });
    case 'credits':
      return paths.refunds();
    case 'waiting':
      return paths.refunds({ state: 'unmatched' });
    case 'agreements':
      return paths.partners();
    case 'known':
    case 'refused':
      return paths.import({ importId: id }, { show: name });
  }
}
