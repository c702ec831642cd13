import { Button } from '@mantine/core';
import {
  ClassBadge,
  DataTable,
  EmptyState,
  ExportMenu,
  hrefOf,
  Money,
  PageHeading,
  PageLink,
  paths,
  Sentence,
  useFilters,
  useMay,
  useRead,
  useRows,
  useWords,
  When,
  type Column,
  type ReportingClass,
} from '@mosty/ui-kit';
import {
  exportIntroductions,
  listIntroductions,
  readIntroducerReward,
  type Introduction,
} from '../contract/introductions.ts';
import { RewardForm } from './RewardForm.tsx';
import classes from './programme.module.css';

/** Which partners came by other partners, and what became of them (S1.42, S1.56). */
export default function IntroductionsScreen() {
  const t = useWords('recruiting');
  const [filters, set] = useFilters(paths.introductions);
  const mayReward = useMay('introduction.reward');
  const rows = useRows(listIntroductions, { query: {} });
  const reward = useRead(readIntroducerReward, {});
  return (
    <>
      <PageHeading
        title={t('introductions.title')}
        answer={reward.data ? <RewardSaid reward={reward.data} /> : null}
        actions={
          <>
            <ExportMenu
              of={exportIntroductions}
              hrefOf={(format) => hrefOf(exportIntroductions, { query: { format } })}
            />
            {mayReward ? (
              <Button variant="default" onClick={() => set({ edit: 'reward' })}>
                {t('introductions.setReward')}
              </Button>
            ) : null}
          </>
        }
      />
      <DataTable
        label={t('introductions.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.partner.id}
        rowTo={(row) => paths.partner({ partnerId: row.partner.id })}
        empty={
          <EmptyState title={t('introductions.emptyTitle')}>
            {t('introductions.emptyText')}{' '}
            <PageLink to={paths.partners()}>{t('introductions.toPartners')}</PageLink>
          </EmptyState>
        }
      />
      {filters.edit === 'reward' && mayReward && reward.data ? (
        <RewardForm reward={reward.data} onClose={() => set({ edit: '' })} />
      ) : null}
    </>
  );
}

function RewardSaid({ reward }: { reward: { amountMinor: number | null; currency: string } }) {
  const t = useWords('recruiting');
  if (reward.amountMinor === null) return t('introductions.off');
  const sum = <Money minor={reward.amountMinor} currency={reward.currency} />;
  return <Sentence text={t('introductions.on')} parts={{ sum }} />;
}

function useColumns(): readonly Column<Introduction>[] {
  const t = useWords('recruiting');
  return [
    {
      id: 'partner',
      title: t('introductions.partner'),
      cell: (row) => row.partner.name,
      narrow: 'title',
    },
    {
      id: 'introducer',
      title: t('introductions.by'),
      cell: (row) => (
        <PageLink to={paths.partner({ partnerId: row.introducer.id })}>{row.introducer.name}</PageLink>
      ),
      narrow: 'line',
    },
    {
      id: 'came',
      title: t('introductions.came'),
      cell: (row) => <When value={row.cameOn} />,
      narrow: 'line',
    },
    {
      id: 'first',
      title: t('introductions.first'),
      cell: (row) => (row.firstSaleOn ? <When value={row.firstSaleOn} /> : t('introductions.notYet')),
      narrow: 'line',
    },
    {
      id: 'sold',
      title: t('introductions.sold'),
      cell: (row) =>
        row.sold.length === 0
          ? '–'
          : row.sold.map((one) => (
              <span key={`${one.class} ${one.currency}`} className={classes.row}>
                <ClassBadge of={one.class as ReportingClass} short />{' '}
                <Money minor={one.paidMinor} currency={one.currency} />
              </span>
            )),
      narrow: 'line',
    },
    {
      id: 'thanked',
      title: t('introductions.thanked'),
      align: 'right',
      cell: (row) =>
        row.thanked ? <Money minor={row.thanked.amountMinor} currency={row.thanked.currency} /> : '–',
      narrow: 'line',
    },
  ];
}
