import {
  EmptyState,
  Loaded,
  MonthSelect,
  PageHeading,
  PageLink,
  paths,
  PlainButton,
  useFilters,
  useFormat,
  useRead,
  useToday,
  useWords,
} from '@mosty/ui-kit';
import { addMonths, firstDay, month as monthNamed, monthOf } from '@mosty/kernel/time';
import { IconPrinter } from '@tabler/icons-react';
import { readChannel } from '../../contract/channel.ts';
import { MonthBooks, MonthGaps, MonthNetwork, MonthSentences } from './MonthParts.tsx';
import classes from './month.module.css';

/** A month for the owner on one A4 sheet: what is on the page of the channel, said for a month that is over. */
export default function MonthScreen() {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const today = useToday();
  const [filters, set] = useFilters(paths.reportMonth);
  const running = monthOf(today);
  const chosen = /^\d{4}-(0[1-9]|1[0-2])$/.test(filters.month) ? filters.month : addMonths(running, -1);
  const month = monthNamed(chosen);
  const window = { from: firstDay(month), to: firstDay(addMonths(month, 1)) };
  const read = useRead(readChannel, { query: window });
  return (
    <div className={classes.sheet}>
      <PageHeading
        title={t('sheet.title', { month: format.when(month, 'month') })}
        above={<PageLink to={paths.reports()}>{t('sheet.above')}</PageLink>}
        answer={month >= running ? t('sheet.running') : undefined}
        actions={
          <span className={classes.screenOnly}>
            <MonthSelect label={t('sheet.choose')} value={month} onChange={(next) => set({ month: next })} />
            <PlainButton icon={<IconPrinter size={16} stroke={1.6} />} onClick={() => globalThis.print()}>
              {t('sheet.print')}
            </PlainButton>
          </span>
        }
      />
      <Loaded read={read}>
        {(channel) =>
          channel.hasFacts ? (
            <>
              <MonthSentences channel={channel} />
              <MonthBooks channel={channel} window={window} />
              <MonthNetwork channel={channel} window={window} />
              <MonthGaps channel={channel} window={window} />
            </>
          ) : (
            <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
          )
        }
      </Loaded>
    </div>
  );
}
