import {
  Badge,
  DataTable,
  EmptyState,
  FilterBar,
  Money,
  paths,
  Section,
  useFilters,
  useFormat,
  useLanguage,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { ACCRUAL_STATES, listAccruals, type AccrualRow } from '../../contract.ts';
import { holdReason } from '../hold-reason.ts';
import { lineText } from '../line-text.ts';
import { useSay } from '../say.ts';
import { STATE_TONE } from '../state-tone.ts';
import classes from '../incentives.module.css';

type State = (typeof ACCRUAL_STATES)[number];

/** What the partner earned, line by line; each opens its sale and its rule. */
export function OwnAccruals() {
  const t = useWords('incentives');
  const say = useSay();
  const language = useLanguage();
  const format = useFormat();
  const [filters, set] = useFilters(paths.portalMoney);
  const state = ACCRUAL_STATES.find((one) => one === filters.state);
  const rows = useRows(listAccruals, {
    query: { ...(filters.month ? { month: filters.month } : {}), ...(state ? { state } : {}) },
  });
  const whatFor = (row: AccrualRow): string => {
    if (row.feeFor !== null)
      return t('accruals.fee', {
        period: row.feeFor === 'agreement' ? t('agreementFee') : format.when(row.feeFor, 'month'),
      });
    if (row.clientName) return row.clientName;
    if (row.subject === null) return t('own.noNumber');
    return t(row.saleId === null ? 'own.refund' : 'own.sale', { number: row.subject });
  };
  const columns: readonly Column<AccrualRow>[] = [
    {
      id: 'what',
      title: t('own.whatFor'),
      cell: (row) => (
        <>
          {whatFor(row)}
          <span className={classes.purpose}>
            {t(`accrualKind.${row.kind}`)}, <When value={row.effectiveAt} style="short" />
          </span>
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'amount',
      title: t('own.amount'),
      cell: (row) => (
        <Money
          minor={row.amountMinor}
          currency={row.currency}
          tone={row.amountMinor === 0 ? 'dim' : row.amountMinor < 0 ? 'warn' : 'plain'}
        />
      ),
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'state',
      title: t('own.state'),
      cell: (row) =>
        row.whyNothing ? (
          <span className={classes.purpose}>{lineText(say, row.whyNothing, row.currency, language)}</span>
        ) : (
          <StateOf row={row} />
        ),
      narrow: 'bare',
    },
  ];
  const filtered = filters.month !== '' || state !== undefined;
  return (
    <Section title={t('own.list')} note={t('own.listNote')}>
      <FilterBar
        fields={[
          { key: 'month', kind: 'month', label: t('own.month') },
          {
            key: 'state',
            kind: 'choice',
            label: t('own.anyState'),
            options: ACCRUAL_STATES.map((value: State) => ({ value, label: t(`own.states.${value}`) })),
          },
        ]}
        values={filters}
        onChange={set}
      />
      <DataTable
        label={t('own.list')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.portalAccrual({ accrualId: row.id })}
        empty={
          filtered ? (
            <EmptyState title={t('own.nothing')} />
          ) : (
            <EmptyState title={t('own.none')}>{t('own.noneText')}</EmptyState>
          )
        }
      />
    </Section>
  );
}

/** Where the sum stands, and until when it waits. */
export function StateOf({
  row,
}: {
  row: Pick<AccrualRow, 'state' | 'holdReason' | 'holdUntil' | 'maturesOn' | 'carried'>;
}) {
  const t = useWords('incentives');
  const format = useFormat();
  const notes = [
    holdReason(t, row.holdReason),
    row.holdUntil ? t('own.heldUntil', { day: format.when(row.holdUntil) }) : null,
    row.state === 'pending' ? t('own.until', { day: format.when(row.maturesOn) }) : null,
    row.carried ? t('own.carried') : null,
  ].filter((note) => note !== null);
  return (
    <>
      <Badge tone={STATE_TONE[row.state]}>{t(`own.states.${row.state}`)}</Badge>
      {notes.length > 0 ? <span className={classes.purpose}>{notes.join('; ')}</span> : null}
    </>
  );
}
