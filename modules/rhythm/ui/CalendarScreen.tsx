import { ActionIcon, Button } from '@mantine/core';
import {
  EmptyState,
  Loaded,
  monthBefore,
  monthNow,
  PageHeading,
  PageLink,
  paths,
  Section,
  SegmentTabs,
  Sentence,
  useFilters,
  useFormat,
  useMe,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { listPlanItems, readCalendar } from '../contract.ts';
import { AddMenu } from './AddMenu.tsx';
import { AddPanel } from './AddPanel.tsx';
import { DayList, MonthGrid } from './CalendarDays.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { FeedAddress } from './FeedAddress.tsx';
import classes from './rhythm.module.css';

/** The last day of a month, `YYYY-MM-DD`. */
const lastDay = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

/** What happens with partners, and when: a month for the wide screen, days one after another for the phone (S0.52). */
export default function CalendarScreen() {
  const t = useWords('rhythm');
  const format = useFormat();
  const { zone } = useMe().workspace;
  const [filters, set] = useFilters(paths.calendar);
  const month = /^\d{4}-\d{2}$/.test(filters.month) ? filters.month : monthNow(zone);
  const read = useRead(readCalendar, { query: { from: `${month}-01`, to: lastDay(month) } });
  const isList = filters.view === 'list';
  const add = <AddMenu onAdd={(what) => set({ new: what })} />;
  const hint = read.data?.hint;
  return (
    <>
      <PageHeading
        title={t('calendar.title')}
        answer={
          read.data ? (
            <Sentence
              text={
                hint
                  ? t('calendar.answer', {
                      count: read.data.entries.length,
                      season: t(`season.${hint.code}`),
                      day: format.when(hint.from),
                      hint: t(`hint.${hint.code}`),
                      planned: hint.planned,
                    })
                  : t('calendar.quiet', { count: read.data.entries.length })
              }
              parts={{}}
            />
          ) : null
        }
        actions={
          <>
            <PageLink to={paths.touches()}>{t('touch.open')}</PageLink>
            {add}
            <Button variant="default" onClick={() => set({ new: 'feed' })}>
              {t('calendar.phone')}
            </Button>
          </>
        }
      />
      <div className={classes.bar}>
        <span className={classes.month}>
          <ActionIcon
            variant="default"
            aria-label={t('calendar.before')}
            onClick={() => set({ month: monthBefore(month) })}
          >
            <IconChevronLeft size={16} />
          </ActionIcon>
          <b>{format.when(month, 'month')}</b>
          <ActionIcon
            variant="default"
            aria-label={t('calendar.after')}
            onClick={() => set({ month: monthBefore(month, -1) })}
          >
            <IconChevronRight size={16} />
          </ActionIcon>
        </span>
        <span className={classes.wideOnly}>
          <SegmentTabs
            label={t('calendar.view')}
            value={isList ? 'list' : 'grid'}
            segments={[
              { value: 'grid', label: t('calendar.grid') },
              { value: 'list', label: t('calendar.list') },
            ]}
            onChange={(view) => set({ view: view === 'list' ? 'list' : '' })}
          />
        </span>
      </div>
      <Loaded read={read}>
        {(calendar) => (
          <>
            {calendar.entries.length === 0 ? (
              <EmptyState title={t('calendar.emptyTitle')} actions={add}>
                {t('calendar.emptyText')}
              </EmptyState>
            ) : null}
            {isList ? null : <MonthGrid month={month} calendar={calendar} onOpen={(open) => set({ open })} />}
            <div className={isList ? undefined : classes.narrowOnly}>
              <DayList calendar={calendar} onOpen={(open) => set({ open })} />
            </div>
            {calendar.isFixed ? null : <p className={classes.faint}>{t('calendar.moved')}</p>}
            {calendar.isWhole ? null : <p className={classes.warn}>{t('calendar.cut')}</p>}
          </>
        )}
      </Loaded>
      <Drafts />
      {filters.open ? <EntryPanel id={filters.open} onClose={() => set({ open: '' })} /> : null}
      <AddPanel what={filters.new} onClose={() => set({ new: '' })} />
      {filters.new === 'feed' ? <FeedAddress onClose={() => set({ new: '' })} /> : null}
    </>
  );
}

/** Items that lack something, each with what it lacks; they may have no day, so no month shows them. */
function Drafts() {
  const t = useWords('rhythm');
  const { data } = useRead(listPlanItems, { query: {} });
  const [filters] = useFilters(paths.calendar);
  const drafts = data?.items.filter(({ status }) => status === 'draft') ?? [];
  if (drafts.length === 0) return null;
  return (
    <Section title={t('calendar.drafts')} note={t('calendar.draftsNote')}>
      <ul className={classes.lines}>
        {drafts.map((item) => (
          <li key={item.id} className={classes.line}>
            <span>
              <PageLink to={paths.calendar({ ...filters, open: item.id })}>{item.title}</PageLink>{' '}
              <span className={classes.faint}>{item.partner.name}</span>
            </span>
            <span className={classes.warn}>{item.lacks.map((one) => t(`lacks.${one}`)).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
