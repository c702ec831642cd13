import {
  DataTable,
  EmptyState,
  ExportMenu,
  FilterMark,
  hrefOf,
  Money,
  PageHeading,
  PageLink,
  paths,
  PlainSelect,
  Section,
  useFilters,
  useFormat,
  useMay,
  useRead,
  useRows,
  useToday,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { addDays, businessDate, daysBetween } from '@mosty/kernel/time';
import {
  exportReputation,
  HARMS,
  listReputation,
  type Harm,
  type PartnerHarm,
} from '../../contract/reputation.ts';
import { PeriodPicker } from '../client-worth/PeriodPicker.tsx';
import { HarmAmount, HarmPrice, type Asked } from './HarmBook.tsx';
import HarmLog from './HarmLog.tsx';
import { HarmWords } from './HarmWords.tsx';
import classes from './reputation.module.css';

const YEAR_DAYS = 365;

/** What partners cost the name, beside what they sold, and the log it was made of (S0.3, S0.19, S0.67). */
export default function ReputationScreen() {
  const t = useWords('insight-reputation');
  const format = useFormat();
  const may = useMay('reputation.export');
  const [filters, set] = useFilters(paths.reputation);
  const end = addDays(useToday(), 1);
  const window =
    filters.from && filters.to
      ? { from: filters.from, to: filters.to }
      : { from: addDays(end, -YEAR_DAYS), to: end };
  const asked: Asked = filters.from && filters.to ? { from: filters.from, to: filters.to } : {};
  const partner = filters.partner ? { partner: filters.partner } : {};
  const kind: Harm | undefined = HARMS.find((one) => one === filters.kind);
  return (
    <div className={classes.report}>
      <PageHeading
        title={t('title')}
        answer={t('answer')}
        actions={
          <>
            <PeriodPicker window={window} onChange={set} />
            {may ? (
              <ExportMenu
                of={exportReputation}
                hrefOf={(of) => hrefOf(exportReputation, { query: { ...asked, ...partner, format: of } })}
              />
            ) : null}
          </>
        }
      />
      <p className={classes.period}>
        {t('period', {
          from: format.when(window.from),
          to: format.when(addDays(businessDate(window.to), -1)),
          days: daysBetween(businessDate(window.from), businessDate(window.to)),
        })}{' '}
        <Floor asked={asked} />
      </p>
      <Section
        title={t('list')}
        actions={
          <>
            {filters.partner ? (
              <FilterMark title={t('all')} onLift={() => set({ partner: '' })}>
                <PartnerName asked={{ ...asked, ...partner }} />
              </FilterMark>
            ) : null}
            <PageLink to={paths.breaches()}>{t('toBreaches')}</PageLink>
          </>
        }
      >
        <ByPartner asked={asked} partner={partner} window={window} />
      </Section>
      <Section
        title={t('log')}
        note={t('logNote')}
        actions={
          <PlainSelect
            label={t('kindLabel')}
            value={kind ?? ''}
            options={[
              { value: '', label: t('all') },
              ...HARMS.map((value) => ({ value, label: t(`harm.${value}`) })),
            ]}
            onChange={(value) => set({ kind: value })}
          />
        }
      >
        <HarmLog asked={{ ...asked, ...partner, ...(kind ? { kind } : {}) }} />
      </Section>
    </div>
  );
}

function Floor({ asked }: { readonly asked: Asked }) {
  const t = useWords('insight-reputation');
  const format = useFormat();
  const read = useRead(listReputation, { query: { ...asked, limit: 1 } });
  if (!read.data) return null;
  const { floorPpm } = read.data;
  return <>{floorPpm > 0 ? t('floor', { share: format.percent(floorPpm, { digits: 0 }) }) : t('noFloor')}</>;
}

function PartnerName({ asked }: { readonly asked: Asked & { readonly partner?: string } }) {
  const t = useWords('insight-reputation');
  const read = useRead(listReputation, { query: { ...asked, limit: 1 } });
  return <>{read.data?.items[0]?.partner.name ?? t('partner')}</>;
}

interface ListProps {
  readonly asked: Asked;
  readonly partner: { readonly partner?: string };
  readonly window: { readonly from: string; readonly to: string };
}

function ByPartner({ asked, partner, window }: ListProps) {
  const t = useWords('insight-reputation');
  const rows = useRows(listReputation, { query: { ...asked, ...partner } });
  const shared = (row: PartnerHarm, book: PartnerHarm['books'][number]) => ({
    book,
    partner: row.partner,
    window,
    asked,
  });
  const amounts = (
    id: string,
    of: (book: PartnerHarm['books'][number]) => { n: number; minor: number },
    kind: Harm,
  ): Column<PartnerHarm> => ({
    id,
    title: t(id),
    align: 'right',
    narrow: 'line',
    cell: (row) => {
      const books = row.books.filter((book) => of(book).n > 0);
      return books.length === 0
        ? '–'
        : books.map((book) => (
            <div key={book.class}>
              <HarmAmount {...shared(row, book)} kind={kind} minor={of(book).minor} n={of(book).n} />
            </div>
          ));
    },
  });
  const columns: readonly Column<PartnerHarm>[] = [
    {
      id: 'partner',
      title: t('partner'),
      narrow: 'title',
      cell: (row) => (
        <PageLink to={paths.partner({ partnerId: row.partner.id })}>{row.partner.name}</PageLink>
      ),
    },
    {
      id: 'price',
      title: t('price'),
      narrow: 'line',
      cell: (row) =>
        row.books.length === 0
          ? '–'
          : row.books.map((book) => <HarmPrice key={book.class} {...shared(row, book)} />),
    },
    amounts('refunds', (book) => book.refunds, 'refund'),
    amounts('belowFloor', (book) => book.belowFloor, 'below_floor'),
    amounts('clawbacks', (book) => book.clawbacks, 'clawback'),
    { id: 'words', title: t('words'), narrow: 'line', cell: (row) => <HarmWords of={row} /> },
    {
      id: 'sold',
      title: t('sold'),
      align: 'right',
      narrow: 'line',
      cell: (row) =>
        row.books.length === 0
          ? '–'
          : row.books.map((book) => (
              <div key={book.class}>
                <Money minor={book.soldMinor} currency={book.currency} precision="whole" />
              </div>
            )),
    },
  ];
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.partner.id}
      empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
    />
  );
}
