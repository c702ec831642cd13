import { search } from '@mosty/directory/contract';
import { paths, useMe, useRead, useWords } from '@mosty/ui-kit';
import { useDebouncedValue } from '@mantine/hooks';
import { keywords } from 'virtual:keywords';
import { actions } from '../modules.ts';
import { useMenu } from './menu.ts';
import { matches } from './match.ts';

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly to: string;
  readonly act?: () => void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

const MOST_FOUND = 8;

/** What the palette offers for a query. The server is asked for names; if it cannot say, pages and actions remain. */
export function usePaletteGroups(
  query: string,
  mode: 'palette' | 'create',
  onHelp: () => void,
): { groups: readonly PaletteGroup[]; searching: boolean } {
  const t = useWords('shell');
  const { can } = useMe();
  const menu = useMenu();
  const asked = query.trim();
  const [settled] = useDebouncedValue(asked, 150);
  const mayAsk = settled.length > 1 && can[search.permission] === true;
  const found = useRead(search, { query: { q: settled || ' ', limit: MOST_FOUND } }, { enabled: mayAsk });

  const permitted = actions.filter(
    (action) => action.permission === undefined || can[action.permission] === true,
  );
  const create = permitted
    .filter((action) => action.kind === 'create')
    .map((action) => ({
      id: action.id,
      label: t(`${action.module}:${action.label}`),
      to: action.to,
      keywords: keywords[action.id] ?? '',
    }));
  const others = permitted
    .filter((action) => action.kind === 'do')
    .map((action) => ({
      id: action.id,
      label: t(`${action.module}:${action.label}`),
      to: action.to,
      keywords: keywords[action.id] ?? '',
    }));
  const pages = menu.flatMap((group) =>
    group.items.map((item) => ({
      id: item.to,
      label: item.label,
      hint: group.label === item.label ? undefined : group.label,
      to: item.to,
      keywords: keywords[item.to] ?? '',
    })),
  );
  const help = {
    id: 'help',
    label: t('keys.title'),
    to: '',
    act: onHelp,
    keywords: 'keyboard shortcuts клавиши помощь',
  };
  const names =
    mayAsk && asked
      ? (found.data?.items ?? []).map((item) => ({
          id: item.id,
          label: item.name,
          hint: [t(`palette.what.${item.what}`), item.hint].filter(Boolean).join(' · '),
          to:
            item.what === 'partner'
              ? paths.partner({ partnerId: item.id })
              : paths.client({ clientId: item.id }),
        }))
      : [];

  const fits = (item: { label: string; keywords: string }): boolean =>
    matches(asked, `${item.label} ${item.keywords}`);
  const createGroup = { id: 'create', label: t('palette.create'), items: create.filter(fits) };
  const groups = [
    ...(mode === 'create' ? [createGroup] : []),
    { id: 'names', label: t('palette.found'), items: names },
    { id: 'pages', label: t('palette.pages'), items: mode === 'create' && !asked ? [] : pages.filter(fits) },
    ...(mode === 'create' ? [] : [createGroup]),
    { id: 'do', label: t('palette.do'), items: mode === 'create' ? [] : [...others, help].filter(fits) },
  ];
  return { groups, searching: mayAsk && found.isFetching };
}
