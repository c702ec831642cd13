import {
  Badge,
  DataTable,
  Money,
  paths,
  Section,
  useFormat,
  useRows,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
  type Tone,
} from '@mosty/ui-kit';
import { decideWriteOffOperation, listOwed, listWriteOffs, moneyOverview } from '../contract.ts';
import { Step } from './Step.tsx';

type WriteOff = AnswerOf<typeof listWriteOffs>['items'][number];

const TONE: Readonly<Record<WriteOff['state'], Tone>> = {
  proposed: 'warn',
  approved: 'faint',
  declined: 'faint',
};

/** Debts that were given up or are proposed to be: who said so, and who is to decide. Nothing where there are none. */
export function WriteOffs() {
  const t = useWords('payouts');
  const rows = useRows(listWriteOffs, {});
  const columns: readonly Column<WriteOff>[] = [
    { id: 'partner', title: t('writeOffs.partner'), cell: (row) => row.partnerName },
    {
      id: 'amount',
      title: t('writeOffs.amount'),
      cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
    { id: 'reason', title: t('writeOffs.reason'), cell: (row) => row.reason, narrow: 'line' },
    {
      id: 'by',
      title: t('writeOffs.by'),
      cell: (row) => (
        <>
          {row.proposedByName ?? row.proposedBy}, <When value={row.proposedAt} style="short" />
        </>
      ),
      narrow: 'line',
    },
    { id: 'state', title: t('writeOffs.state'), cell: (row) => <Decision of={row} />, narrow: 'bare' },
  ];
  if (rows.rows.length === 0) return null;
  return (
    <Section title={t('writeOffs.title')} note={t('writeOffs.note')}>
      <DataTable
        label={t('writeOffs.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.ledger({ partner: row.partnerId })}
      />
    </Section>
  );
}

function Decision({ of }: { of: WriteOff }) {
  const t = useWords('payouts');
  const format = useFormat();
  const verb = useVerb(decideWriteOffOperation, { invalidates: [listWriteOffs, listOwed, moneyOverview] });
  const params = { writeOffId: of.id };
  const decide = (decision: 'approved' | 'declined') => () =>
    verb.mutateAsync({ params, body: { decision } });
  const sum = format.money(of.amountMinor, { currency: of.currency });
  return (
    <>
      <Badge tone={TONE[of.state]}>{t(`writeOffs.states.${of.state}`)}</Badge>
      {of.state === 'proposed' ? (
        <>
          {' '}
          <Step
            can={of.can['approve']}
            title={t('writeOffs.approve')}
            text={t('writeOffs.approveText', { sum })}
            act={decide('approved')}
          />{' '}
          <Step
            can={of.can['decline']}
            title={t('writeOffs.decline')}
            text={t('writeOffs.declineText')}
            quiet
            act={decide('declined')}
          />
        </>
      ) : null}
    </>
  );
}
