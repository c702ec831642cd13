import {
  DataTable,
  EmptyState,
  Loaded,
  useLanguage,
  useRead,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { readDropOff } from '../contract.ts';
import classes from './onboarding.module.css';

type Row = AnswerOf<typeof readDropOff>['items'][number];

/** At which step partners stop (S1.17). */
export function DropOff() {
  const t = useWords('onboarding');
  const language = useLanguage();
  const read = useRead(readDropOff, {});
  const columns: readonly Column<Row>[] = [
    {
      id: 'step',
      title: t('list.step'),
      cell: (row) => (
        <>
          {row[language]}
          <span className={classes.soft}>{t(`part.${row.part}`)}</span>
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'done',
      title: t('list.reachedStep'),
      cell: (row) => t('pilots.of', { found: row.done, all: row.launches }),
      narrow: 'value',
    },
    { id: 'waiting', title: t('list.waiting'), cell: (row) => row.waiting, narrow: 'line' },
    { id: 'left', title: t('list.left'), cell: (row) => row.left, narrow: 'line' },
  ];
  return (
    <Loaded read={read}>
      {({ items }) => (
        <DataTable
          label={t('list.drop')}
          columns={columns}
          rows={items}
          rowKey={(row) => row.code}
          empty={<EmptyState title={t('list.dropEmpty')} />}
        />
      )}
    </Loaded>
  );
}
