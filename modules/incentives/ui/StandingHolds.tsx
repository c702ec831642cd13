import { Button } from '@mantine/core';
import {
  ConfirmWithConsequence,
  DataTable,
  Money,
  PageLink,
  paths,
  Section,
  toast,
  useMay,
  useRead,
  useToday,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { liftHold, listAccruals, listHolds } from '../contract.ts';
import { holdReason } from './hold-reason.ts';

type Hold = AnswerOf<typeof listHolds>['items'][number];

/** What stands on hold: whose, why, who decided, by when; lifted here. */
export function StandingHolds() {
  const t = useWords('incentives');
  const today = useToday();
  const mayLift = useMay('accrual.hold');
  const read = useRead(listHolds, {});
  const holds = read.data?.items ?? [];
  if (holds.length === 0) return null;
  const columns: readonly Column<Hold>[] = [
    {
      id: 'partner',
      title: t('accruals.partner'),
      cell: (row) => (
        <PageLink to={paths.partner({ partnerId: row.partnerId })} look="quiet">
          {row.partnerName}
        </PageLink>
      ),
    },
    {
      id: 'reason',
      title: t('accruals.holdReason'),
      cell: (row) => holdReason(t, row.reason),
      narrow: 'bare',
    },
    {
      id: 'by',
      title: t('accruals.heldBy'),
      cell: (row) => row.heldBy ?? t('scheme.unknown'),
      narrow: 'line',
    },
    {
      id: 'until',
      title: t('accruals.holdUntil'),
      cell: (row) => <When value={row.until} />,
      narrow: 'line',
    },
    {
      id: 'sum',
      title: t('accruals.holdSum'),
      cell: (row) => <Money minor={row.amountMinor} currency={row.currency} tone="risk" />,
      align: 'right',
      narrow: 'value',
    },
    ...(mayLift
      ? [
          {
            id: 'lift',
            title: '',
            cell: (row: Hold) => <Lift holdId={row.id} />,
            align: 'right' as const,
            narrow: 'bare' as const,
          },
        ]
      : []),
  ];
  return (
    <Section title={t('accruals.holds')}>
      <DataTable
        label={t('accruals.holds')}
        columns={columns}
        rows={holds}
        rowKey={(row) => `${row.id} ${row.currency}`}
        tone={(row) => (row.until < today ? 'warn' : undefined)}
      />
    </Section>
  );
}

function Lift({ holdId }: { holdId: string }) {
  const t = useWords('incentives');
  const verb = useVerb(liftHold, { invalidates: [listHolds, listAccruals] });
  return (
    <ConfirmWithConsequence
      title={t('accruals.releaseTitle')}
      consequence={t('accruals.releaseText')}
      confirm={t('accruals.release')}
      reason={t('accruals.releaseReason')}
      onConfirm={async (reason) => {
        await verb.mutateAsync({ params: { holdId }, body: { reason } });
        toast(t('accruals.released'));
      }}
    >
      {(ask) => (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={ask}>
          {t('accruals.release')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
