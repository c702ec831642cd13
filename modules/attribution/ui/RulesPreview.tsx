import { useDebouncedValue } from '@mantine/hooks';
import {
  Count,
  DataTable,
  LinesSkeleton,
  Money,
  PageLink,
  paths,
  RefusalNotice,
  Section,
  useFormat,
  useRead,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { previewPolicy, type Policy } from '../contract.ts';
import classes from './attribution.module.css';

type Preview = AnswerOf<typeof previewPolicy>;

/** What these rules would change over history: which open sales, whose, how much. Nothing is changed by looking. */
export function RulesPreview({ policy }: { policy: Policy }) {
  const t = useWords('attribution');
  const [settled] = useDebouncedValue(policy, 400);
  const read = useRead(previewPolicy, { body: { body: settled } });
  return (
    <Section title={t('rules.preview')}>
      {read.error ? <RefusalNotice refusal={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? <Shown preview={read.data} /> : read.error ? null : <LinesSkeleton />}
    </Section>
  );
}

function Shown({ preview }: { preview: Preview }) {
  const t = useWords('attribution');
  const format = useFormat();
  if (preview.examined === 0) return <p className={classes.note}>{t('rules.previewNobody')}</p>;
  return (
    <>
      <p className={classes.note} aria-live="polite">
        <b>
          {preview.changes === 0 ? t('rules.none') : `${t('rules.changes', { count: preview.changes })}.`}
        </b>{' '}
        {preview.closed > 0 ? t('rules.closed', { closed: format.count(preview.closed) }) : null}{' '}
        {t('rules.previewNote', {
          examined: format.count(preview.examined),
          since: preview.since === null ? '' : format.when(preview.since),
        })}{' '}
        {preview.limited ? t('rules.limited') : null}
      </p>
      {preview.shifts.length > 0 ? <Shifts rows={preview.shifts} /> : null}
      {preview.examples.length > 0 ? <Examples rows={preview.examples} /> : null}
    </>
  );
}

function Shifts({ rows }: { rows: Preview['shifts'] }) {
  const t = useWords('attribution');
  const columns: readonly Column<Preview['shifts'][number]>[] = [
    { id: 'partner', title: t('rules.partner'), cell: (row) => row.partnerName ?? t('who.another') },
    {
      id: 'gains',
      title: t('rules.gains'),
      cell: (row) => <Count value={row.gains} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'gainsSum',
      title: t('rules.gainsSum'),
      cell: (row) => <Money minor={row.gainsMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'loses',
      title: t('rules.loses'),
      cell: (row) => <Count value={row.loses} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'losesSum',
      title: t('rules.losesSum'),
      cell: (row) => (
        <Money minor={-row.losesMinor} currency={row.currency} tone={row.losesMinor > 0 ? 'warn' : 'plain'} />
      ),
      align: 'right',
      narrow: 'value',
    },
  ];
  return (
    <DataTable
      label={t('rules.shifts')}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.partnerId} ${row.currency}`}
    />
  );
}

function Examples({ rows }: { rows: Preview['examples'] }) {
  const t = useWords('attribution');
  const who = (names: readonly (string | null)[], rule: string | null) => (
    <>
      {names.map((name) => name ?? t('who.another')).join(', ') || t('rules.nobody')}
      {rule ? <span className={classes.small}>{t(`rule.${rule}`)}</span> : null}
    </>
  );
  const columns: readonly Column<Preview['examples'][number]>[] = [
    {
      id: 'sale',
      title: t('rules.sale'),
      cell: (row) => (
        <>
          <PageLink to={paths.whoBrought({ saleId: row.saleId })} look="quiet">
            {row.saleKey}
          </PageLink>
          <span className={classes.small}>
            <When value={row.day} />
          </span>
        </>
      ),
    },
    { id: 'from', title: t('rules.from'), cell: (row) => who(row.from, row.fromRule), narrow: 'line' },
    { id: 'to', title: t('rules.to'), cell: (row) => who(row.to, row.toRule), narrow: 'line' },
    {
      id: 'sum',
      title: t('claims.amount'),
      cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
  ];
  return <DataTable label={t('rules.examples')} columns={columns} rows={rows} rowKey={(row) => row.saleId} />;
}
