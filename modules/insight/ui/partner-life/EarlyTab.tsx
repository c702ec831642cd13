import {
  DataTable,
  Loaded,
  Section,
  Sentence,
  useFormat,
  useRead,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { addDays, businessDate } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import { readEarlyResult } from '../../contract/partner-life.ts';
import { NobodyYet } from './FirstSaleTab.tsx';
import { PairBars } from './PairBars.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { ReportNumber } from './ReportNumber.tsx';
import { Share } from './Share.tsx';
import classes from './partner-life.module.css';

type Found = AnswerOf<typeof readEarlyResult>;
const GROUPS = ['early', 'others', 'later', 'never'] as const;
type Group = (typeof GROUPS)[number];

/** S1.20 on one's own partners: both comparisons with their n beside the claim, and no cause in either. */
export default function EarlyTab({ book }: { readonly book: ReportingClass }) {
  const read = useRead(readEarlyResult, { query: { class: book } });
  return <Loaded read={read}>{(found) => <Told found={found} book={book} />}</Loaded>;
}

function Told({ found, book }: { readonly found: Found; readonly book: ReportingClass }) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const { window, stays } = found;
  const rule = t('early.rule', { from: stays.fromDay, to: stays.toDay });
  const days = { early: found.earlyDays, others: stays.fromDay, later: stays.fromDay, never: stays.fromDay };
  const nameOf = (group: Group) => t(`early.${group}`, { days: days[group] });
  const opens = (group: Group, shown: string) => (
    <ReportNumber
      report="early_result"
      part={group}
      book={book}
      n={found[group].n}
      title={nameOf(group)}
      rule={rule}
      window={window}
    >
      {shown}
    </ReportNumber>
  );
  const times = (hundredths: number | null) =>
    hundredths === null ? t('untold') : format.count(hundredths / 100, 1);
  const timesWords = (hundredths: number | null) =>
    hundredths === null ? t('untold') : t('early.timesValue', { times: times(hundredths) });
  const told = found.timesOthers !== null && found.timesLater !== null;
  const columns: readonly Column<Group>[] = [
    {
      id: 'group',
      title: t('early.group'),
      narrow: 'title',
      cell: (group) => (
        <span className={group === 'later' || group === 'never' ? classes.group : undefined}>
          {nameOf(group)}
        </span>
      ),
    },
    {
      id: 'n',
      title: t('early.n'),
      align: 'right',
      narrow: 'line',
      cell: (group) => opens(group, format.count(found[group].n)),
    },
    {
      id: 'stayed',
      title: t('early.stayed'),
      align: 'right',
      narrow: 'line',
      cell: (group) => format.count(found[group].stayed),
    },
    {
      id: 'share',
      title: t('early.share'),
      align: 'right',
      narrow: 'value',
      cell: (group) => <Share ppm={found[group].stayedPpm} />,
    },
    {
      id: 'times',
      title: t('early.times'),
      align: 'right',
      narrow: 'line',
      cell: (group) =>
        group === 'others' || group === 'later'
          ? timesWords(group === 'others' ? found.timesOthers : found.timesLater)
          : '',
    },
  ];
  const nobody = found.early.n + found.others.n === 0;
  return (
    <ReportFrame
      report="early_result"
      book={book}
      title={t('early.title')}
      answer={
        told ? (
          <Sentence
            text={t('early.answer')}
            parts={{
              early: opens('early', t('ofN', { part: found.early.stayed, n: found.early.n })),
              others: opens('others', t('early.timesShort', { times: times(found.timesOthers) })),
              later: opens('later', t('early.timesShort', { times: times(found.timesLater) })),
            }}
          />
        ) : nobody ? null : (
          t('early.answerFew', { n: found.neededN })
        )
      }
      rule={rule}
      window={window}
    >
      {nobody ? (
        <NobodyYet />
      ) : (
        <Section
          title={t('early.groups')}
          note={t('early.groupsNote', {
            from: format.when(window.from),
            to: format.when(addDays(businessDate(window.to), -1)),
          })}
        >
          <PairBars
            title={t('early.chart')}
            name="early-result"
            rows={GROUPS.map((group) => ({
              key: group,
              label: `${nameOf(group)} · ${t('ofN', { part: found[group].stayed, n: found[group].n })}`,
              values: [found[group].stayedPpm],
            }))}
          />
          <DataTable label={t('early.groups')} columns={columns} rows={GROUPS} rowKey={(group) => group} />
        </Section>
      )}
      <p className={classes.claim}>{t('early.claim')}</p>
    </ReportFrame>
  );
}
