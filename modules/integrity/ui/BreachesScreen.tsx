import { Button } from '@mantine/core';
import {
  Badge,
  ClassBadge,
  ConfirmWithConsequence,
  DataTable,
  EmptyState,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  toast,
  useFilters,
  useFormat,
  useMay,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { listBreaches, takeBackBreach } from '../contract/breaches.ts';
import classes from './flags.module.css';

type Breaches = AnswerOf<typeof listBreaches>;
type Row = Breaches['partners'][number];

/** Which rules partners broke, beside what they bring, however much it is (S0.67). */
export default function BreachesScreen() {
  const t = useWords('integrity');
  const [filters] = useFilters(paths.breaches);
  const read = useRead(listBreaches, { query: { partnerId: filters.partner || undefined } });
  const columns = useColumns();
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.flags()}>{t('nav.flags')}</PageLink>}
        title={t('breaches.title')}
        answer={t('breaches.answer')}
      />
      <Loaded read={read}>
        {(page) => (
          <>
            <DataTable
              label={t('breaches.title')}
              columns={columns}
              rows={page.partners}
              rowKey={(row) => row.id}
              rowTo={(row) => paths.partner({ partnerId: row.id })}
              empty={<EmptyState title={t('breaches.emptyTitle')}>{t('breaches.emptyText')}</EmptyState>}
            />
            {page.items.length > 0 ? <Entries items={page.items} /> : null}
          </>
        )}
      </Loaded>
    </>
  );
}

function Entries({ items }: { items: Breaches['items'] }) {
  const t = useWords('integrity');
  const format = useFormat();
  return (
    <Section title={t('breaches.all')}>
      <ul className={classes.list}>
        {items.map((one) => (
          <li key={one.id} className={classes.item}>
            <span className={classes.marks}>
              <PageLink to={paths.partner({ partnerId: one.partner.id })}>{one.partner.name}</PageLink>
              <Badge tone={one.takenBackAt ? 'faint' : 'risk'}>
                {one.rule}. {t(`rule.${one.rule}`)}
              </Badge>
              <span className={classes.soft}>
                {[format.when(one.at), one.by].filter(Boolean).join(' · ')}
              </span>
            </span>
            {one.note ? <p>{one.note}</p> : null}
            {one.flagId ? (
              <PageLink to={paths.flag({ flagId: one.flagId })}>{t('breaches.byFlag')}</PageLink>
            ) : null}
            {one.takenBackAt ? (
              <Badge tone="faint">{t('breaches.takenBack')}</Badge>
            ) : (
              <TakeBack breachId={one.id} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TakeBack({ breachId }: { breachId: string }) {
  const t = useWords('integrity');
  const may = useMay('flag.decide');
  const verb = useVerb(takeBackBreach, { invalidates: [listBreaches] });
  if (!may) return null;
  return (
    <ConfirmWithConsequence
      title={t('breaches.takeBack')}
      consequence={null}
      confirm={t('breaches.takeBack')}
      reason={t('breaches.because')}
      onConfirm={async (reason) => {
        await verb.mutateAsync({ params: { breachId }, body: { reason } });
        toast(t('breaches.takenBack'));
      }}
    >
      {(ask) => (
        <Button variant="subtle" size="compact-sm" onClick={ask}>
          {t('breaches.takeBack')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useWords('integrity');
  return [
    { id: 'partner', title: t('breaches.partner'), cell: (row) => row.name, narrow: 'title' },
    {
      id: 'rules',
      title: t('breaches.rules'),
      cell: (row) => (
        <span className={classes.marks}>
          {row.rules.map(({ rule, count }) => (
            <Badge key={rule} tone="risk">
              {rule}. {t(`rule.${rule}`)}
              {count > 1 ? ` × ${count}` : null}
            </Badge>
          ))}
        </span>
      ),
      narrow: 'line',
    },
    {
      id: 'brought',
      title: t('breaches.brought'),
      align: 'right',
      cell: (row) =>
        row.brought.length === 0
          ? '–'
          : row.brought.map((one) => (
              <span key={`${one.class} ${one.currency}`} className={classes.marks}>
                <ClassBadge of={one.class} />
                <Money minor={one.amountMinor} currency={one.currency} precision="whole" />
              </span>
            )),
      narrow: 'line',
    },
    { id: 'count', title: t('breaches.count'), align: 'right', cell: (row) => row.count, narrow: 'value' },
  ];
}
