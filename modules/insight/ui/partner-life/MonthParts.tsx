import {
  ClassBadge,
  DataTable,
  Figures,
  LinesSkeleton,
  RefusalNotice,
  Section,
  Sentence,
  useFormat,
  useMe,
  useRead,
  useToday,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { readEarlyResult, readSteady } from '../../contract/partner-life.ts';
import { MeasureChange } from '../MeasureChange.tsx';
import { MeasureFigure, type Channel, type Window } from '../MeasureFigure.tsx';
import { useSentence } from '../use-sentence.ts';
import { Share } from './Share.tsx';
import classes from './month.module.css';

type Box = Channel['boxes'][number];

interface Props {
  readonly channel: Channel;
  readonly window: Window;
}

/** What is true of the month, the worst first. */
export function MonthSentences({ channel }: { readonly channel: Channel }) {
  const say = useSentence(channel.currency);
  return (
    <ul className={classes.sentences}>
      {[channel.sentence, ...channel.otherSentences].map((sentence) => (
        <li key={sentence.code} data-tone={sentence.tone}>
          {say(sentence)}
        </li>
      ))}
    </ul>
  );
}

/** Three books beside each other, with no line under them (S2.3). */
export function MonthBooks({ channel, window }: Props) {
  const t = useWords('insight-partner-life');
  const shareOf = (box: Box) => channel.metrics.shares.find((share) => share.class === box.class);
  const columns: readonly Column<Box>[] = [
    { id: 'book', title: t('sheet.book'), narrow: 'title', cell: (box) => <Badge of={box.class} /> },
    {
      id: 'clients',
      title: t('sheet.clients'),
      align: 'right',
      narrow: 'line',
      cell: (box) => <MeasureFigure measure={box.clients} window={window} />,
    },
    {
      id: 'paid',
      title: t('sheet.paid'),
      align: 'right',
      narrow: 'value',
      cell: (box) => (
        <>
          <MeasureFigure measure={box.paid} window={window} />
          <div>
            <MeasureChange measure={box.paid} />
          </div>
        </>
      ),
    },
    {
      id: 'refunds',
      title: t('sheet.refunds'),
      align: 'right',
      narrow: 'line',
      cell: (box) => <MeasureFigure measure={box.refunds} window={window} />,
    },
    {
      id: 'cost',
      title: t('sheet.cost'),
      align: 'right',
      narrow: 'line',
      cell: (box) => <MeasureFigure measure={box.cost} window={window} />,
    },
    {
      id: 'share',
      title: t('sheet.share'),
      align: 'right',
      narrow: 'line',
      cell: (box) => {
        const share = shareOf(box);
        return share ? <MeasureFigure measure={share} window={window} /> : '';
      },
    },
  ];
  return (
    <Section title={t('sheet.books')}>
      <DataTable
        label={t('sheet.books')}
        columns={columns}
        rows={channel.boxes}
        rowKey={(box) => box.class}
      />
    </Section>
  );
}

function Badge({ of }: { readonly of: Box['class'] }) {
  return of === 'direct' ? null : <ClassBadge of={of} />;
}

/** The network in the month, and on what its revenue rests today. */
export function MonthNetwork({ channel, window }: Props) {
  const t = useWords('insight-partner-life');
  const { active, timeToFirstSale, concentration } = channel.metrics;
  const steadyRead = useRead(readSteady, { query: {} });
  const earlyRead = useRead(readEarlyResult, { query: {} });
  const [steady, early] = [steadyRead.data, earlyRead.data];
  return (
    <Section title={t('sheet.network')}>
      <Figures
        items={[
          {
            label: t('sheet.active'),
            value: <MeasureFigure measure={active} window={window} />,
            note: active.of === null ? null : t('ofN', { part: active.n, n: active.of }),
          },
          {
            label: t('sheet.first'),
            value: <MeasureFigure measure={timeToFirstSale} window={window} />,
            note: t('ofN', { part: timeToFirstSale.n, n: timeToFirstSale.of ?? timeToFirstSale.n }),
          },
          {
            label: t('sheet.concentration'),
            value: <MeasureFigure measure={concentration} window={window} />,
          },
          ...(steady
            ? [
                {
                  label: t('sheet.long'),
                  value: <Share ppm={steady.long.sharePpm} />,
                  note: t('steady.longNote', {
                    long: steady.long.longSellers,
                    sellers: steady.long.sellers,
                  }),
                },
                {
                  label: t('sheet.calm'),
                  value: <Share ppm={steady.spikes.sharePpm} />,
                  note: t('steady.calmNote', {
                    count: steady.spikes.spikes,
                    judged: steady.spikes.judged,
                  }),
                },
              ]
            : []),
          ...(early
            ? [
                {
                  label: t('sheet.early'),
                  value: <Share ppm={early.early.stayedPpm} />,
                  note: t('ofN', { part: early.early.stayed, n: early.early.n }),
                },
              ]
            : []),
        ]}
      />
      {steady && early ? null : <StillToCome reads={[steadyRead, earlyRead]} />}
      {steady || early ? <p className={classes.soft}>{t('sheet.asOfNow')}</p> : null}
    </Section>
  );
}

interface Coming {
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** A sheet that lacks figures says so, on paper too: nobody hands it on as whole. */
function StillToCome({ reads }: { readonly reads: readonly Coming[] }) {
  const failed = reads.filter(({ error }) => error);
  if (failed.length === 0) return <LinesSkeleton lines={2} />;
  return (
    <RefusalNotice
      refusal={failed[0]?.error}
      onRetry={() => {
        for (const { refetch } of failed) void refetch();
      }}
    />
  );
}

/** What the numbers of the month lack (S0.57), and who made the sheet when. */
export function MonthGaps({ channel, window }: Props) {
  const t = useWords('insight-partner-life');
  const details = useWords('insight-details');
  const format = useFormat();
  const today = useToday();
  const company = useMe().workspace.name;
  const direct = channel.direct.paid.value;
  return (
    <Section title={t('sheet.gaps')}>
      {channel.gaps.length === 0 ? (
        <p className={classes.soft}>{t('sheet.noGaps')}</p>
      ) : (
        <ul className={classes.gaps}>
          {channel.gaps.map((gap) => (
            <li key={`${gap.metric}-${gap.class ?? ''}`}>
              <Sentence
                text={details(`gaps.${gap.metric}`, { count: gap.n })}
                parts={{ n: <MeasureFigure measure={gap} window={window} /> }}
              />
              {gap.class ? (
                <span className={classes.soft}> {details(`insight:book.${gap.class}`)}</span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.foot}>
        {t('sheet.foot', {
          company,
          when: format.when(today),
          direct:
            direct === null ? '–' : format.money(direct, { currency: channel.currency, precision: 'whole' }),
        })}
      </p>
    </Section>
  );
}
