import { useBecause } from '@mosty/attribution/parts';
import {
  DataTable,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFormat,
  useParam,
  useRead,
  useWords,
  When,
  Badge,
  type Column,
} from '@mosty/ui-kit';
import { getAccrual, type AccrualShown } from '../contract.ts';
import { AccrualActions } from './AccrualActions.tsx';
import { AccrualFacts } from './AccrualFacts.tsx';
import { ExplanationSteps } from './ExplanationSteps.tsx';
import { STATE_TONE } from './state-tone.ts';

type Beside = AccrualShown['beside'][number];

/** One accrual: why so much, step by step, what stands behind it, and what happened to it later. */
export default function AccrualScreen() {
  const accrualId = useParam('accrualId');
  const read = useRead(getAccrual, { params: { accrualId } }, { keep: false });
  return <Loaded read={read}>{(accrual) => <Explained accrual={accrual} />}</Loaded>;
}

function Explained({ accrual }: { accrual: AccrualShown }) {
  const t = useWords('incentives');
  const format = useFormat();
  const because = useBecause();
  const { amountMinor, currency, beside } = accrual;
  const title =
    amountMinor === 0
      ? t('accrual.titleNothing')
      : t(amountMinor < 0 ? 'accrual.titleBack' : 'accrual.title', {
          sum: format.money(Math.abs(amountMinor), { currency }),
        });
  const left = beside.reduce((sum, other) => sum + other.amountMinor, amountMinor);
  const columns: readonly Column<Beside>[] = [
    {
      id: 'what',
      title: t('accrual.besideWhat'),
      cell: (row) => t(`accrualKind.${row.kind}`),
    },
    {
      id: 'why',
      title: t('accrual.besideWhy'),
      cell: (row) => [row.reason && because(row.reason), row.author].filter(Boolean).join(', '),
      narrow: 'bare',
    },
    {
      id: 'state',
      title: t('accruals.state'),
      cell: (row) => <Badge tone={STATE_TONE[row.state]}>{t(`accrualState.${row.state}`)}</Badge>,
      narrow: 'line',
    },
    {
      id: 'when',
      title: t('accruals.when'),
      cell: (row) => <When value={row.effectiveAt} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('accruals.amount'),
      cell: (row) => <Money minor={row.amountMinor} currency={currency} signed />,
      align: 'right',
      narrow: 'value',
    },
  ];
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.accruals()}>{t('accrual.above')}</PageLink>}
        title={title}
        answer={`${accrual.partnerName}, ${t(`accrualKind.${accrual.kind}`)}, ${format.when(accrual.effectiveAt)}`}
      />
      <AccrualActions accrual={accrual} />
      <Section title={t('accrual.steps')}>
        <ExplanationSteps lines={accrual.explanation.lines} currency={currency} />
      </Section>
      <Section title={t('accrual.facts')}>
        <AccrualFacts accrual={accrual} />
      </Section>
      {beside.length > 0 ? (
        <Section
          title={t('accrual.beside')}
          note={t('accrual.besideNet', { sum: format.money(left, { currency }) })}
        >
          <DataTable
            label={t('accrual.beside')}
            columns={columns}
            rows={beside}
            rowKey={(row) => row.id}
            rowTo={(row) => paths.accrual({ accrualId: row.id })}
          />
        </Section>
      ) : null}
    </>
  );
}
