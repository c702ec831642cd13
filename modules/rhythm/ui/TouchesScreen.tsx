import { ActionIcon, Button } from '@mantine/core';
import { listMembers } from '@mosty/identity/contract';
import { addDays, businessDate } from '@mosty/kernel/time';
import {
  EmptyState,
  FilterBar,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFilters,
  useFormat,
  useRead,
  useToday,
  useWords,
  When,
  type AnswerOf,
} from '@mosty/ui-kit';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { readTouches, TOUCH_SHOWN, UNTOUCHED_DAYS } from '../contract.ts';
import { AddMenu } from './AddMenu.tsx';
import { AddPanel } from './AddPanel.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { FeedAddress } from './FeedAddress.tsx';
import { TouchWeek } from './TouchWeek.tsx';
import classes from './rhythm.module.css';

const WEEK = 7;
/** Monday of the week of a day. */
const mondayOf = (day: string) =>
  addDays(businessDate(day), -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % WEEK));

/** Whom the whole team wrote, called and met this week, what is ahead, and whom nobody touched (S1.62). */
export default function TouchesScreen() {
  const t = useWords('rhythm');
  const format = useFormat();
  const today = useToday();
  const [filters, set] = useFilters(paths.touches);
  const people = useRead(listMembers, { query: {} });
  const monday = /^\d{4}-\d{2}-\d{2}$/.test(filters.week) ? mondayOf(filters.week) : mondayOf(today);
  const sunday = addDays(monday, WEEK - 1);
  const kind = TOUCH_SHOWN.find((one) => one === filters.kind);
  const team = (people.data?.items ?? []).filter(({ role }) => !role.startsWith('partner'));
  const memberId = team.find(({ id }) => id === filters.who)?.id;
  const read = useRead(readTouches, {
    query: {
      from: monday,
      to: sunday,
      ...(memberId ? { memberId } : {}),
      ...(filters.partner ? { partnerId: filters.partner } : {}),
      ...(kind ? { kind } : {}),
    },
  });
  const step = (weeks: number) => () => set({ week: addDays(monday, weeks * WEEK) });
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.calendar()}>{t('nav.calendar')}</PageLink>}
        title={t('touch.title')}
        answer={read.data ? <Said of={read.data} /> : null}
        actions={
          <>
            <AddMenu onAdd={(what) => set({ new: what })} />
            <Button variant="default" onClick={() => set({ new: 'feed' })}>
              {t('touch.phone')}
            </Button>
          </>
        }
      />
      <div className={classes.bar}>
        <span className={classes.month}>
          <ActionIcon variant="default" aria-label={t('touch.before')} onClick={step(-1)}>
            <IconChevronLeft size={16} />
          </ActionIcon>
          <b>{t('touch.week', { from: format.when(monday), to: format.when(sunday) })}</b>
          <ActionIcon variant="default" aria-label={t('touch.after')} onClick={step(1)}>
            <IconChevronRight size={16} />
          </ActionIcon>
        </span>
      </div>
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          {
            key: 'who',
            kind: 'choice',
            label: t('touch.who'),
            options: team.map(({ id, name }) => ({ value: id, label: name })),
          },
          { key: 'partner', kind: 'partner', label: t('plan.partner') },
          {
            key: 'kind',
            kind: 'choice',
            label: t('value.kind'),
            options: TOUCH_SHOWN.map((value) => ({ value, label: t(`touch.kind.${value}`) })),
          },
        ]}
      />
      <Loaded read={read}>
        {(touches) => (
          <>
            {touches.items.length === 0 ? (
              <EmptyState title={t('touch.emptyTitle')}>{t('touch.emptyText')}</EmptyState>
            ) : (
              <TouchWeek monday={monday} items={touches.items} onOpen={(open) => set({ open })} />
            )}
            {touches.isWhole ? null : <p className={classes.warn}>{t('calendar.cut')}</p>}
            <Untouched of={touches.untouched} />
          </>
        )}
      </Loaded>
      {filters.open ? <EntryPanel id={filters.open} onClose={() => set({ open: '' })} /> : null}
      <AddPanel what={filters.new} onClose={() => set({ new: '' })} />
      {filters.new === 'feed' ? <FeedAddress isTeams onClose={() => set({ new: '' })} /> : null}
    </>
  );
}

type Touches = AnswerOf<typeof readTouches>;

function Said({ of: { items } }: { of: Touches }) {
  const t = useWords('rhythm');
  const done = items.filter(({ state }) => state === 'done');
  const many = (...kinds: readonly string[]) => done.filter(({ kind }) => kinds.includes(kind)).length;
  const letters = done.filter(({ kind, of }) => kind === 'letter' || of === 'letter').length;
  const calls = done.filter(({ kind, of }) => kind === 'call' || of === 'group_call').length;
  const meetings = many('session') - done.filter(({ of }) => of === 'letter' || of === 'group_call').length;
  return t('touch.answer', {
    count: done.length,
    letters,
    calls,
    meetings,
    ahead: items.length - done.length,
  });
}

function Untouched({ of: { count, partners } }: { of: Touches['untouched'] }) {
  const t = useWords('rhythm');
  return (
    <Section
      title={t('touch.untouched', { count })}
      note={t('touch.untouchedNote', { days: UNTOUCHED_DAYS })}
    >
      {count === 0 ? (
        <p className={classes.soft}>{t('touch.allTouched')}</p>
      ) : (
        <ul className={classes.lines}>
          {partners.map((partner) => (
            <li key={partner.id} className={classes.line}>
              <PageLink to={paths.partner({ partnerId: partner.id })}>{partner.name}</PageLink>
              <span className={classes.faint}>
                {partner.lastOn ? <When value={partner.lastOn} /> : t('touch.never')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {count > partners.length ? (
        <p className={classes.faint}>{t('calendar.more', { count: count - partners.length })}</p>
      ) : null}
    </Section>
  );
}
