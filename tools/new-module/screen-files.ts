import type { Names } from './names.ts';

/** One page that lists the noun, its words, and its place in the menu. */
export function screenFiles(names: Names): Record<string, string> {
  return {
    'ui/index.tsx': indexFile(names),
    'ui/words.ts': wordsFile(names),
    [`ui/${names.Nouns}Screen.tsx`]: screenFile(names),
  };
}

function indexFile({ noun, nouns, Nouns }: Names): string {
  return `import type { Screen, ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: '/${nouns}',
    area: 'team',
    load: () => import('./${Nouns}Screen.tsx'),
    nav: { group: 'partners', order: 90, label: 'nav.${nouns}' },
    permission: '${noun}.read',
    keywords: '${noun} ${nouns}',
  },
];

export const actions: readonly ScreenAction[] = [];
`;
}

function wordsFile({ nouns, Nouns }: Names): string {
  return `import type { ModuleWords } from '@mosty/ui-kit';

export const words = {
  ru: {
    nav: { ${nouns}: '${Nouns}' },
    page: {
      title: 'Что у нас есть: ${nouns}',
      name: 'Название',
      since: 'С какого дня',
      emptyTitle: 'Здесь пока пусто',
      emptyText: 'Первая запись появится, когда её заведут через API.',
    },
    refusals: {
      name_says_nothing: 'В названии нет ни буквы, ни цифры. Назовите так, чтобы узнать потом.',
      name_taken: '«{{name}}» уже есть. Откройте ту запись или выберите другое название.',
    },
  },
  en: {
    nav: { ${nouns}: '${Nouns}' },
    page: {
      title: 'What we have: ${nouns}',
      name: 'Name',
      since: 'Since',
      emptyTitle: 'Nothing here yet',
      emptyText: 'The first one appears when somebody creates it by the API.',
    },
    refusals: {
      name_says_nothing: 'The name has neither a letter nor a digit. Give one you will know again.',
      name_taken: '“{{name}}” is there already. Open that one or choose another name.',
    },
  },
} as const satisfies ModuleWords;
`;
}

function screenFile({ module, Noun, Nouns }: Names): string {
  return `import { DataTable, EmptyState, PageHeading, useRows, useWords, When, type Column } from '@mosty/ui-kit';
import { list${Nouns}, type ${Noun} } from '../contract.ts';

/** Everything there is, newest first. */
export default function ${Nouns}Screen() {
  const t = useWords('${module}');
  const rows = useRows(list${Nouns}, { query: {} });
  const columns: readonly Column<${Noun}>[] = [
    { id: 'name', title: t('page.name'), cell: (row) => row.name, narrow: 'title' },
    {
      id: 'since',
      title: t('page.since'),
      cell: (row) => <When value={row.createdAt} />,
      align: 'right',
      narrow: 'value',
    },
  ];
  return (
    <>
      <PageHeading title={t('page.title')} />
      <DataTable
        label={t('page.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('page.emptyTitle')}>{t('page.emptyText')}</EmptyState>}
      />
    </>
  );
}
`;
}
