import {
  Badge,
  ClassBadge,
  Money,
  useFormat,
  useLanguage,
  useWords,
  When,
  type Column,
  type ReportingClass,
} from '@mosty/ui-kit';
import type { AccrualRow } from '../contract.ts';
import { lineText } from './line-text.ts';
import { useSay } from './say.ts';
import { STATE_TONE } from './state-tone.ts';
import classes from './incentives.module.css';

/** Whom, for what, by which scheme, how much, in what state. */
export function useAccrualColumns(): readonly Column<AccrualRow>[] {
  const t = useWords('incentives');
  const say = useSay();
  const format = useFormat();
  const language = useLanguage();
  const whatFor = (row: AccrualRow) => {
    if (row.feeFor !== null) {
      const period = row.feeFor === 'agreement' ? t('agreementFee') : format.when(row.feeFor, 'month');
      return t('accruals.fee', { period });
    }
    return t(row.saleId === null ? 'accruals.refund' : 'accruals.sale', { number: row.subject ?? '' });
  };
  return [
    {
      id: 'partner',
      title: t('accruals.partner'),
      cell: (row) => (
        <>
          <span className={classes.name}>{row.partnerName}</span>
          <span className={classes.purpose}>
            <ClassBadge of={row.class as ReportingClass} short />
          </span>
        </>
      ),
      width: 190,
    },
    {
      id: 'what',
      title: t('accruals.what'),
      cell: (row) => (
        <>
          <span className={classes.nowrap}>{whatFor(row)}</span>
          {row.clientName ? <span className={classes.purpose}>{row.clientName}</span> : null}
        </>
      ),
      narrow: 'bare',
    },
    {
      id: 'scheme',
      title: t('accruals.scheme'),
      cell: (row) => (
        <>
          {t(`accrualKind.${row.kind}`)}
          {row.schemeName ? <span className={classes.purpose}>{row.schemeName}</span> : null}
        </>
      ),
      narrow: 'bare',
    },
    {
      id: 'amount',
      title: t('accruals.amount'),
      cell: (row) => (
        <>
          <Money
            minor={row.amountMinor}
            currency={row.currency}
            tone={row.amountMinor === 0 ? 'dim' : row.amountMinor < 0 ? 'warn' : 'plain'}
          />
          {row.carried ? <span className={classes.purpose}>{t('accruals.carried')}</span> : null}
        </>
      ),
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'state',
      title: t('accruals.state'),
      cell: (row) =>
        row.whyNothing ? (
          <span className={classes.purpose}>{lineText(say, row.whyNothing, row.currency, language)}</span>
        ) : (
          <>
            <Badge tone={STATE_TONE[row.state]}>{t(`accrualState.${row.state}`)}</Badge>
            {row.holdReason ? <span className={classes.purpose}>{row.holdReason}</span> : null}
            {row.state === 'pending' ? (
              <span className={classes.purpose}>
                {t('accruals.until', { day: format.when(row.maturesOn, 'short') })}
              </span>
            ) : null}
          </>
        ),
      narrow: 'bare',
    },
    {
      id: 'when',
      title: t('accruals.when'),
      cell: (row) => <When value={row.effectiveAt} style="short" />,
      align: 'right',
      narrow: 'line',
    },
  ];
}
