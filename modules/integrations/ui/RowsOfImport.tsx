import { Anchor } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  hrefOf,
  Money,
  paths,
  Section,
  SegmentTabs,
  useFilters,
  useFormat,
  useLanguage,
  useRows,
  useWords,
  When,
  type AnswerOf,
  type Column,
  type Tone,
} from '@mosty/ui-kit';
import { downloadImportErrors, fieldOf, listImportRows, ROW_STATES, type RowState } from '../contract.ts';
import type { Import } from './ImportScreen.tsx';
import classes from './integrations.module.css';
import { useRowError, type SaidError } from './use-row-error.ts';

type Row = AnswerOf<typeof listImportRows>['items'][number];

const TONES: Readonly<Record<RowState, Tone>> = {
  new: 'accent',
  changed: 'accent',
  known: 'faint',
  differs: 'warn',
  bad: 'warn',
  held: 'warn',
  refused: 'warn',
};

/** Lines of the file by number: those that cannot be taken first, each with its reason. */
export function RowsOfImport({ file, found }: { file: Import; found: NonNullable<Import['found']> }) {
  const t = useWords('integrations');
  const language = useLanguage();
  const say = useRowError();
  const describe = useDescription(file.kind);
  const [filters, setFilters] = useFilters(paths.import);
  const { states } = found;
  const wrong = states.bad + states.held + states.refused + states.differs + (file.result?.refused ?? 0);
  const shown = showOf(filters.show, wrong > 0);
  const rows = useRows(listImportRows, {
    params: { importId: file.id },
    query: shown === 'errors' ? { errors: 'true' } : shown === 'all' ? {} : { state: shown },
  });
  const columns: readonly Column<Row>[] = [
    { id: 'line', title: t('rows.line'), cell: (row) => row.line, width: 72 },
    { id: 'key', title: t('rows.key'), cell: (row) => row.key ?? row.fields['name'] ?? '–', narrow: 'bare' },
    {
      id: 'state',
      title: t('rows.state'),
      cell: (row) => <Badge tone={TONES[row.state]}>{t(`rowState.${row.state}`)}</Badge>,
      narrow: 'value',
    },
    {
      id: 'what',
      title: t('rows.what'),
      cell: (row) => (row.error ? <Wrong said={say(row.error)} /> : describe(row)),
      narrow: 'bare',
    },
    {
      id: 'at',
      title: t('rows.at'),
      cell: (row) => (row.at ? <When value={row.at} /> : ''),
      align: 'right',
      narrow: 'hide',
    },
    {
      id: 'amount',
      title: t('rows.amount'),
      cell: (row) =>
        row.amountMinor === null ? '' : <Money minor={row.amountMinor} currency={row.currency ?? 'RUB'} />,
      align: 'right',
      narrow: 'line',
    },
  ];
  const present = ROW_STATES.filter((state) => states[state] > 0);
  return (
    <Section
      title={t('rows.title')}
      note={t('rows.note')}
      actions={
        wrong > 0 ? (
          <Anchor
            href={hrefOf(downloadImportErrors, { params: { importId: file.id }, query: { language } })}
            download
          >
            {t('rows.download')}
          </Anchor>
        ) : null
      }
    >
      <SegmentTabs
        label={t('rows.show')}
        value={shown}
        segments={[
          ...(wrong > 0 ? [{ value: 'errors' as const, label: t('rows.errors'), count: wrong }] : []),
          { value: 'all' as const, label: t('rows.all') },
          ...present.map((state) => ({ value: state, label: t(`rowState.${state}`), count: states[state] })),
        ]}
        onChange={(show) => setFilters({ show })}
      />
      <DataTable
        label={t('rows.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.line)}
        empty={<EmptyState title={t('rows.none')}>{t('rows.noneText')}</EmptyState>}
      />
    </Section>
  );
}

function Wrong({ said: { what, change } }: { said: SaidError }) {
  return (
    <>
      {what}
      {change ? <div className={classes.soft}>{change}</div> : null}
    </>
  );
}

export type Show = 'errors' | 'all' | RowState;

function showOf(text: string, wrong: boolean): Show {
  if (text === 'all' || text === 'errors') return text;
  return ROW_STATES.find((state) => state === text) ?? (wrong ? 'errors' : 'all');
}

/** What the line says, without what has a column of its own: words of a choice and days as everywhere else. */
function useDescription(kind: Import['kind']): (row: Row) => string {
  const t = useWords('integrations');
  const { when } = useFormat();
  return (row) =>
    Object.entries(row.fields)
      .filter(([name]) => name !== 'currency' && name !== 'externalId')
      .map(([name, text]) => {
        const field = fieldOf(kind, name);
        if (field?.choices?.includes(text)) return t(`choice.${name}.${text}`);
        return field?.type === 'date' || field?.type === 'time' ? when(text) : text;
      })
      .slice(0, 5)
      .join(' · ');
}
