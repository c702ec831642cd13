import {
  Answer,
  DataTable,
  Figures,
  Money,
  PageLink,
  paths,
  Percent,
  Section,
  useFormat,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import type { compareOnHistory } from '../../contract.ts';
import type { Question } from './question.ts';
import { windowText } from './window-text.ts';
import classes from './trial.module.css';

export type Compared = AnswerOf<typeof compareOnHistory>;
export interface Shown {
  readonly place: number;
  readonly who: 'all' | 'gain' | 'lose';
}

/** Below so many sales the answer says that there is little to go by. */
const ENOUGH_SALES = 30;

/** The answer in a sentence, what was sold and what it left, and each scheme beside what was accrued. */
export function TrialTotals({
  question,
  compared,
  onShow = () => {},
}: {
  question: Question;
  compared: Compared;
  onShow?: (shown: Shown) => void;
}) {
  const t = useWords('incentives-trial');
  const format = useFormat();
  const { currency, was, partners, otherCurrencySales: others } = compared;
  const money = (minor: number) => <Money minor={minor} currency={currency} precision="whole" />;
  const sales = partners.reduce((sum, row) => sum + row.sales, 0);
  const within = {
    class: question.class,
    from: question.from,
    to: question.to,
    ...(question.partnerIds?.length === 1 ? { partner: question.partnerIds[0] } : {}),
  };
  const estimate = was.goodsUnknown > 0 ? { note: t('history.estimate', { count: was.goodsUnknown }) } : {};
  return (
    <>
      <div className={classes.above}>
        <Answer
          tone={sales < ENOUGH_SALES ? 'warn' : 'plain'}
          note={[
            sales < ENOUGH_SALES ? t('history.few', { needed: ENOUGH_SALES }) : '',
            t('history.counted', { count: partners.length, sales: format.count(sales) }),
            `${windowText(format, question)}.`,
            others > 0 ? t('history.others', { count: others }) : '',
            t('history.asItWas'),
          ]
            .filter(Boolean)
            .join(' ')}
        >
          <Cheapest compared={compared} />
        </Answer>
      </div>
      <Figures
        label={t('history.leftNow')}
        items={[
          {
            label: t('history.sold'),
            value: <PageLink to={paths.deals(within)}>{money(was.salesMinor)}</PageLink>,
          },
          {
            label: t('history.goods'),
            value: <PageLink to={paths.deals(within)}>{money(-was.goodsMinor)}</PageLink>,
            ...estimate,
          },
          {
            label: t('history.costs'),
            value: (
              <PageLink to={paths.costs({ class: question.class, partner: within.partner })}>
                {money(-was.costsMinor)}
              </PageLink>
            ),
          },
          {
            label: t('history.was'),
            value: (
              <PageLink to={paths.accruals({ class: question.class, partner: within.partner })}>
                {money(-was.earnedMinor)}
              </PageLink>
            ),
          },
          { label: t('history.leftNow'), value: money(was.leftMinor), ...estimate },
        ]}
      />
      <Section title={t('history.schemes')} note={t('history.schemesNote')}>
        <SchemesTable compared={compared} onShow={onShow} />
      </Section>
    </>
  );
}

function SchemesTable({ compared, onShow }: { compared: Compared; onShow: (shown: Shown) => void }) {
  const t = useWords('incentives-trial');
  const format = useFormat();
  const { currency, was, schemes } = compared;
  const money = (minor: number, signed = false) => (
    <Money minor={minor} currency={currency} precision="whole" signed={signed} />
  );
  const rows = [
    { place: -1, name: t('history.asAccrued'), becomesMinor: was.earnedMinor, leftMinor: was.leftMinor },
    ...schemes.map(({ name, becomesMinor, leftMinor }, place) => ({ place, name, becomesMinor, leftMinor })),
  ];
  type Row = (typeof rows)[number];
  const people = (who: 'gain' | 'lose'): Column<Row> => ({
    id: who,
    title: t(`history.${who}`),
    align: 'right',
    narrow: 'line',
    cell: ({ place }) => {
      const count = schemes[place]?.[who];
      if (count === undefined) return '–';
      return (
        <button
          type="button"
          className={classes.opens}
          title={t(`history.${who}`)}
          onClick={() => onShow({ place, who })}
        >
          {format.count(count)}
        </button>
      );
    },
  });
  const columns: readonly Column<Row>[] = [
    { id: 'name', title: t('history.name'), cell: ({ name }) => name },
    {
      id: 'becomes',
      title: t('history.becomes'),
      align: 'right',
      narrow: 'value',
      cell: ({ place, becomesMinor }) =>
        place < 0 ? (
          money(becomesMinor)
        ) : (
          <button
            type="button"
            className={classes.opens}
            title={t('history.becomes')}
            onClick={() => onShow({ place, who: 'all' })}
          >
            {money(becomesMinor)}
          </button>
        ),
    },
    {
      id: 'difference',
      title: t('history.difference'),
      align: 'right',
      narrow: 'line',
      cell: ({ place, becomesMinor }) => (place < 0 ? '–' : money(becomesMinor - was.earnedMinor, true)),
    },
    {
      id: 'share',
      title: t('history.share'),
      align: 'right',
      narrow: 'line',
      cell: ({ becomesMinor }) =>
        was.salesMinor > 0 ? (
          <Percent ppm={Math.round((becomesMinor / was.salesMinor) * 1_000_000)} digits={1} />
        ) : (
          '–'
        ),
    },
    people('gain'),
    people('lose'),
    {
      id: 'left',
      title: t('history.left'),
      align: 'right',
      narrow: 'line',
      cell: ({ leftMinor }) => money(leftMinor),
    },
  ];
  return (
    <DataTable
      label={t('history.schemes')}
      columns={columns}
      rows={rows}
      rowKey={({ place }) => String(place)}
      tone={({ place }) => (place < 0 ? 'faint' : undefined)}
    />
  );
}

function Cheapest({ compared }: { compared: Compared }) {
  const t = useWords('incentives-trial');
  const format = useFormat();
  const { currency, was, schemes } = compared;
  const [best] = schemes.toSorted((a, b) => a.becomesMinor - b.becomesMinor);
  if (!best) return null;
  const change = best.becomesMinor - was.earnedMinor;
  const more = schemes.length > 1 ? 'history.more' : 'history.oneMore';
  return t(change < 0 ? 'history.less' : change > 0 ? more : 'history.same', {
    name: best.name,
    becomes: format.money(best.becomesMinor, { currency, precision: 'whole' }),
    sum: format.money(Math.abs(change), { currency, precision: 'whole' }),
  });
}
