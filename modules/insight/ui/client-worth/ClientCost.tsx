import {
  ClassBadge,
  DataTable,
  DayInput,
  ExportMenu,
  hrefOf,
  Loaded,
  Money,
  PlainSelect,
  Section,
  useFormat,
  useRead,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { exportClientCost, readClientCost } from '../../contract/client-worth.ts';
import { MeasureFigure } from '../MeasureFigure.tsx';
import classes from './client-worth.module.css';

type Cost = AnswerOf<typeof readClientCost>;
type Book = Cost['books'][number];
const DAYS = ['30', '60', '90', '180'] as const;

interface Props {
  readonly on: string;
  readonly days: string;
  readonly onChange: (change: { on?: string; days?: string }) => void;
}

/** What a client cost before a change and after it: equal days, side by side, and no claim of the cause (S1.6). */
export function ClientCost({ on, days, onChange }: Props) {
  const t = useWords('insight-client-worth');
  const chosen = DAYS.find((one) => one === days) ?? '90';
  const read = useRead(readClientCost, { query: { ...(on ? { on } : {}), days: Number(chosen) } });
  return (
    <Section title={t('cost.title')} note={t('cost.note')}>
      <Loaded read={read}>
        {(cost) => (
          <>
            <div className={classes.choose}>
              <Changes cost={cost} onChange={onChange} />
              <DayInput
                label={t('cost.own')}
                value={cost.on ?? ''}
                onChange={(day) => onChange({ on: day ?? '' })}
              />
              <PlainSelect
                label={t('cost.days')}
                value={chosen}
                options={DAYS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
                onChange={(value) => onChange({ days: value === '90' ? '' : value })}
              />
              <ExportMenu
                of={exportClientCost}
                hrefOf={(format) =>
                  hrefOf(exportClientCost, {
                    query: { ...(on ? { on } : {}), days: Number(chosen), format },
                  })
                }
              />
            </div>
            {cost.on === null ? null : <Sides cost={cost} />}
            {cost.on !== null && !cost.whole ? <p className={classes.warn}>{t('cost.notWhole')}</p> : null}
            <p className={classes.soft}>{t('cost.claim')}</p>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Changes({ cost, onChange }: { readonly cost: Cost; readonly onChange: Props['onChange'] }) {
  const t = useWords('insight-client-worth');
  const format = useFormat();
  if (cost.changes.length === 0) return <p className={classes.soft}>{t('cost.none')}</p>;
  const seen = new Set<string>();
  const options = cost.changes.flatMap((change) => {
    // Several on one day are one day to look around: the first told stands for them.
    if (seen.has(change.on)) return [];
    seen.add(change.on);
    return [
      {
        value: change.on,
        label: t(`cost.${change.kind}`, {
          day: format.when(change.on),
          name: change.name ?? '',
          version: change.version ?? 0,
          came: change.came ?? 0,
          left: change.left ?? 0,
        }),
      },
    ];
  });
  const known = cost.on !== null && seen.has(cost.on);
  return (
    <PlainSelect
      label={t('cost.change')}
      value={known ? (cost.on ?? '') : ''}
      options={[...(known ? [] : [{ value: '', label: t('cost.own'), disabled: true }]), ...options]}
      onChange={(day) => onChange({ on: day })}
    />
  );
}

function Sides({ cost }: { readonly cost: Cost }) {
  const t = useWords('insight-client-worth');
  const column = (id: 'clients' | 'cost', side: 'before' | 'after'): Column<Book> => ({
    id: `${id}-${side}`,
    title: `${t(id === 'clients' ? 'cost.clients' : 'cost.spent')}: ${t(`cost.${side}`).toLowerCase()}`,
    align: 'right',
    narrow: 'line',
    cell: (row) => <MeasureFigure measure={row[side][id]} window={row[side][id].window} />,
  });
  const perClient = (side: 'before' | 'after'): Column<Book> => ({
    id: `per-${side}`,
    title: `${t('cost.perClient')}: ${t(`cost.${side}`).toLowerCase()}`,
    align: 'right',
    narrow: 'line',
    cell: (row): ReactNode => {
      const minor = row[side].perClientMinor;
      return minor === null ? (
        <span className={classes.few}>{t('cost.few')}</span>
      ) : (
        <Money minor={minor} currency={cost.currency} precision="whole" />
      );
    },
  });
  const columns: readonly Column<Book>[] = [
    { id: 'book', title: t('book'), narrow: 'title', cell: (row) => <ClassBadge of={row.class} /> },
    column('clients', 'before'),
    column('clients', 'after'),
    column('cost', 'before'),
    column('cost', 'after'),
    perClient('before'),
    perClient('after'),
  ];
  return (
    <DataTable
      label={t('cost.title')}
      columns={columns}
      rows={cost.books}
      rowKey={(row) => row.class}
      empty={<p className={classes.soft}>{t('row.noneText')}</p>}
    />
  );
}
