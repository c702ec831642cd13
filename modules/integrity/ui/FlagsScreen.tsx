import { Button } from '@mantine/core';
import {
  Act,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  Money,
  PageHeading,
  PageLink,
  paths,
  Sentence,
  toast,
  useFilters,
  useFormat,
  useRead,
  useRows,
  useVerb,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { countFlags, exportFlags, listFlags, type FlagRow } from '../contract/flags.ts';
import { lookNow } from '../contract/looks.ts';
import { SEVERITIES, SIGNS } from '../contract/signs.ts';
import { CHANGED } from './flag-reads.ts';
import { SeverityMark, StateMark } from './marks.tsx';
import { RaiseFlag } from './RaiseFlag.tsx';
import { useSaid } from './say.ts';
import classes from './flags.module.css';

const SHOWN = ['standing', 'late', 'ended', 'all'] as const;

/** Who may do us harm, the worst first, with the money that waits because of it (S0.26–S0.36). */
export default function FlagsScreen() {
  const t = useWords('integrity');
  const [filters, set] = useFilters(paths.flags);
  const counts = useRead(countFlags, {});
  const show = SHOWN.find((one) => one === filters.show) ?? 'standing';
  const query = {
    show,
    severity: SEVERITIES.find((one) => one === filters.severity),
    sign: SIGNS.find((one) => one === filters.sign),
    partnerId: filters.partner || undefined,
  };
  const rows = useRows(listFlags, { query });
  const isFiltered = Boolean(filters.show || filters.severity || filters.sign || filters.partner);
  const can = counts.data?.can;
  const raise = (
    <Act can={can?.['raise']} variant="default" onClick={() => set({ new: '1' })}>
      {t('actions.raise')}
    </Act>
  );
  return (
    <>
      <PageHeading
        title={t('list.title')}
        answer={<Standing />}
        actions={
          <>
            <ExportMenu
              of={exportFlags}
              hrefOf={(format) => hrefOf(exportFlags, { query: { ...query, format } })}
            />
            <LookNow can={can?.['look']} />
            {raise}
          </>
        }
      />
      <p className={classes.marks}>
        <PageLink to={paths.flagDetectors()}>{t('list.detectors')}</PageLink>
        <PageLink to={paths.breaches()}>{t('list.breaches')}</PageLink>
      </p>
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          {
            key: 'show',
            kind: 'choice',
            label: t('list.show'),
            options: SHOWN.map((value) => ({ value, label: t(`list.of.${value}`) })),
          },
          {
            key: 'severity',
            kind: 'choice',
            label: t('list.severity'),
            options: SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) })),
          },
          {
            key: 'sign',
            kind: 'choice',
            label: t('list.sign'),
            options: SIGNS.map((value) => ({ value, label: t(`sign.${value}`) })),
          },
          { key: 'partner', kind: 'partner', label: t('list.partner') },
        ]}
      />
      <DataTable
        label={t('list.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.flag({ flagId: row.id })}
        tone={(row) =>
          row.severity === 'critical' && row.state !== 'lifted' && row.state !== 'closed' ? 'risk' : undefined
        }
        empty={
          isFiltered ? (
            <EmptyState
              title={t('list.clearTitle')}
              actions={
                <Button
                  variant="default"
                  onClick={() => set({ show: '', severity: '', sign: '', partner: '' })}
                >
                  {t('list.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t('list.emptyTitle')} actions={raise}>
              {t('list.emptyText')}
            </EmptyState>
          )
        }
      />
      {filters.new && can?.['raise'] === true ? <RaiseFlag onClose={() => set({ new: '' })} /> : null}
    </>
  );
}

function Standing() {
  const t = useWords('integrity');
  const format = useFormat();
  const { data } = useRead(countFlags, {});
  if (!data) return null;
  const count = data.watch + data.serious + data.critical;
  if (!data.lastLook && count === 0) return t('list.never');
  const when = data.lastLook ? format.when(data.lastLook.at, 'time') : '–';
  if (count === 0) return t('list.none', { when });
  const held = data.held.map(({ currency, amountMinor }) => (
    <Money key={currency} minor={amountMinor} currency={currency} precision="whole" />
  ));
  return (
    <Sentence
      text={t('list.stand', { count, critical: data.critical, serious: data.serious, when })}
      parts={{ held: held.length > 0 ? <>{held}</> : <Money minor={0} precision="whole" /> }}
    />
  );
}

function LookNow({ can }: { can: Parameters<typeof Act>[0]['can'] }) {
  const t = useWords('integrity');
  const verb = useVerb(lookNow, { invalidates: CHANGED });
  async function look(): Promise<void> {
    const { partners, raised } = await verb.mutateAsync({});
    toast(t('list.looked', { partners, raised }));
  }
  return (
    <Act can={can} loading={verb.isPending} onClick={() => void look()}>
      {t('list.look')}
    </Act>
  );
}

function useColumns(): readonly Column<FlagRow>[] {
  const t = useWords('integrity');
  const said = useSaid();
  return [
    {
      id: 'partner',
      title: t('list.partner'),
      cell: (row) => (
        <>
          {row.partner.name}
          <span className={classes.soft}>
            {t(`sign.${row.sign}`)}
            {row.byHand ? ` · ${t('list.byHand')}` : null}
            {row.repeats ? ` · ${t('list.repeats')}` : null}
          </span>
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'what',
      title: t('list.what'),
      cell: (row) => (row.byHand ? row.reason : <Sentence text={said('measure', row.measure)} parts={{}} />),
      narrow: 'line',
    },
    {
      id: 'severity',
      title: t('list.severity'),
      cell: (row) => <SeverityMark severity={row.severity} />,
      narrow: 'line',
    },
    {
      id: 'held',
      title: t('list.held'),
      align: 'right',
      cell: (row) =>
        row.heldMinor === 0 ? (
          '–'
        ) : (
          <Money minor={row.heldMinor} currency={row.currency} precision="whole" tone="risk" />
        ),
      narrow: 'line',
    },
    {
      id: 'due',
      title: t('list.due'),
      cell: (row) =>
        row.answerDueOn ? (
          <span className={row.isLate ? classes.late : undefined}>
            <When value={row.answerDueOn} style="day" />
          </span>
        ) : (
          '–'
        ),
      narrow: 'line',
    },
    { id: 'state', title: t('list.state'), cell: (row) => <StateMark state={row.state} />, narrow: 'value' },
  ];
}
