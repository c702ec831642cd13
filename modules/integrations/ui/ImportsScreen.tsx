import {
  Badge,
  DataTable,
  EmptyState,
  PageHeading,
  paths,
  Section,
  useMay,
  useRows,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { listImports } from '../contract.ts';
import { isAtWork, toneOf } from './state.ts';
import { Templates } from './Templates.tsx';
import { UploadFile } from './UploadFile.tsx';
import { useOutcome } from './use-outcome.ts';

type Import = AnswerOf<typeof listImports>['items'][number];

/** What was ever brought in, and a place to bring in more. Nothing is written before a person has seen the check. */
export default function ImportsScreen() {
  const t = useWords('integrations');
  const mayPrepare = useMay('import.prepare');
  const rows = useRows(listImports, {});
  const outcome = useOutcome();
  const columns: readonly Column<Import>[] = [
    { id: 'file', title: t('list.file'), cell: (row) => row.filename },
    { id: 'kind', title: t('list.kind'), cell: (row) => t(`kind.${row.kind}`), narrow: 'bare' },
    {
      id: 'state',
      title: t('list.state'),
      cell: (row) => <Badge tone={toneOf(row.state)}>{t(`state.${row.state}`)}</Badge>,
      narrow: 'value',
    },
    { id: 'outcome', title: t('list.outcome'), cell: (row) => outcome(row), narrow: 'bare' },
    {
      id: 'when',
      title: t('list.when'),
      cell: (row) => <When value={row.createdAt} style="time" />,
      align: 'right',
      narrow: 'line',
    },
  ];
  return (
    <>
      <PageHeading title={t('list.title')} answer={t('list.answer')} />
      {mayPrepare ? <UploadFile /> : null}
      <Section title={t('list.past')}>
        <DataTable
          label={t('list.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowTo={(row) => paths.import({ importId: row.id })}
          tone={(row) => (row.state === 'cancelled' || row.state === 'undone' ? 'faint' : undefined)}
          empty={<EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
        />
      </Section>
      <Templates />
      {rows.rows.some((row) => isAtWork(row.state)) ? <KeepFresh /> : null}
    </>
  );
}

/** Asks again while something is at work: the same read, so the table above moves. */
function KeepFresh() {
  useRows(listImports, {}, { every: 2_000 });
  return null;
}
