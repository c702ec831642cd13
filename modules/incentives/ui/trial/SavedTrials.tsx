import { DataTable, paths, Section, useFormat, useRows, useWords, When, type Column } from '@mosty/ui-kit';
import { listTrials } from '../../contract.ts';
import type { Saved } from './question.ts';
import { windowText } from './window-text.ts';
import classes from './trial.module.css';

/** Comparisons somebody wanted to come back to: each opens by its address. */
export function SavedTrials() {
  const t = useWords('incentives-trial');
  const kit = useWords('kit');
  const format = useFormat();
  const rows = useRows(listTrials, { query: {} });
  const columns: readonly Column<Saved>[] = [
    { id: 'name', title: t('saved.name'), cell: (row) => row.name },
    {
      id: 'schemes',
      title: t('saved.schemes'),
      narrow: 'bare',
      cell: (row) => row.schemes.map(({ name }) => name).join(', '),
    },
    {
      id: 'window',
      title: t('saved.window'),
      narrow: 'bare',
      cell: (row) => (
        <>
          {kit(`class.${row.class}`)}
          <span className={classes.soft}>{windowText(format, row)}</span>
        </>
      ),
    },
    {
      id: 'when',
      title: t('saved.when'),
      narrow: 'bare',
      cell: (row) => (
        <>
          {row.savedBy} <When value={row.savedAt} />
        </>
      ),
    },
  ];
  return (
    <Section title={t('saved.title')} note={t('saved.note')}>
      <DataTable
        label={t('saved.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.calculator({ view: 'history', saved: row.id })}
        empty={<p className={classes.soft}>{t('saved.none')}</p>}
      />
    </Section>
  );
}
