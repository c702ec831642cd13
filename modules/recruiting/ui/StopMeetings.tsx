import {
  Act,
  Badge,
  ConfirmWithConsequence,
  DataTable,
  EmptyState,
  PageLink,
  paths,
  Section,
  SegmentTabs,
  toast,
  useRows,
  useVerb,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { readPartnerStops } from '../contract/stop-list.ts';
import { decideStopMeeting, listStopMeetings, type StopMeeting } from '../contract/stop-meetings.ts';
import classes from './stop-list.module.css';

const SHOWN = ['waiting', 'decided', 'all'] as const;

/** Who looked like somebody on the list and where they came in; whoever may, says whether it is them (S0.72). */
export function StopMeetings() {
  const t = useWords('recruiting');
  const [show, setShow] = useState<(typeof SHOWN)[number]>('all');
  const rows = useRows(listStopMeetings, { query: { show } });
  return (
    <Section title={t('stopMeetings.title')} note={t('stopMeetings.note')}>
      <SegmentTabs
        label={t('stopMeetings.show')}
        value={show}
        segments={SHOWN.map((value) => ({ value, label: t(`stopMeetings.of.${value}`) }))}
        onChange={setShow}
      />
      <DataTable
        label={t('stopMeetings.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        tone={(row) => (row.decided ? 'faint' : undefined)}
        empty={<EmptyState title={t('stopMeetings.emptyTitle')}>{t('stopMeetings.emptyText')}</EmptyState>}
      />
    </Section>
  );
}

function useColumns(): readonly Column<StopMeeting>[] {
  const t = useWords('recruiting');
  return [
    {
      id: 'who',
      title: t('stopMeetings.who'),
      cell: (row) => (
        <>
          {row.who ?? t('stopMeetings.forgotten')}
          <span className={classes.soft}>
            {t('stopMeetings.likes', {
              entry: row.entry.name,
              by: row.by.map((kind) => t(`stopList.by.${kind}`)).join(', '),
            })}
          </span>
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'where',
      title: t('stopMeetings.where'),
      cell: (row) => (
        <>
          <PageLink to={placeOf(row)}>{t(`stopMeetings.metIn.${row.metIn}`)}</PageLink>
          {row.partner && row.metIn !== 'partner' ? (
            <span className={classes.soft}>
              {t('stopMeetings.of_partner', { partner: row.partner.name })}
            </span>
          ) : null}
        </>
      ),
      narrow: 'line',
    },
    {
      id: 'when',
      title: t('stopMeetings.when'),
      cell: (row) => <When value={row.metAt} />,
      narrow: 'line',
    },
    {
      id: 'decision',
      title: t('stopMeetings.decision'),
      cell: (row) => (row.decided ? <Decided met={row} /> : <Decide met={row} />),
      narrow: 'bare',
    },
  ];
}

/** Where they came in. */
function placeOf({ metIn, subjectId }: StopMeeting): string {
  if (metIn === 'partner') return paths.partner({ partnerId: subjectId });
  return metIn === 'deal' ? paths.dealCard({ dealId: subjectId }) : paths.people();
}

function Decided({ met }: { met: StopMeeting }) {
  const t = useWords('recruiting');
  const { decided } = met;
  if (!decided) return null;
  const isSame = decided.as === 'same';
  return (
    <>
      <Badge tone={isSame ? 'risk' : 'plain'}>{t(`stopMeetings.decided.${decided.as}`)}</Badge>{' '}
      <span className={classes.soft}>
        <When value={decided.at} /> {decided.by ?? ''}
        {decided.note ? `: ${decided.note}` : ''}
      </span>
      {isSame ? <PageLink to={nextOf(met)}>{t(`stopMeetings.next.${met.metIn}`)}</PageLink> : null}
    </>
  );
}

/** What follows when it is them: never by itself. */
function nextOf(met: StopMeeting): string {
  return met.metIn === 'partner' ? paths.stopList({ partner: met.subjectId, new: '1' }) : placeOf(met);
}

function Decide({ met }: { met: StopMeeting }) {
  const t = useWords('recruiting');
  const invalidates = [listStopMeetings, readPartnerStops];
  const verb = useVerb(decideStopMeeting, {
    invalidates,
    onDone: ({ decided }) =>
      toast(t(decided?.as === 'same' ? 'stopMeetings.doneSame' : 'stopMeetings.doneOther')),
  });
  const params = { meetingId: met.id };
  return (
    <span className={classes.acts}>
      <ConfirmWithConsequence
        title={t('stopMeetings.sameTitle')}
        consequence={t(`stopMeetings.sameConsequence.${met.metIn}`)}
        confirm={t('stopMeetings.same')}
        onConfirm={() => verb.mutateAsync({ params, body: { decision: 'same' } })}
      >
        {(ask) => (
          <Act can={met.can['same']} size="compact-sm" variant="default" onClick={ask}>
            {t('stopMeetings.same')}
          </Act>
        )}
      </ConfirmWithConsequence>
      <ConfirmWithConsequence
        title={t('stopMeetings.otherTitle')}
        consequence={t('stopMeetings.otherConsequence')}
        confirm={t('stopMeetings.other')}
        reason={t('stopMeetings.otherWhy')}
        onConfirm={(note) => verb.mutateAsync({ params, body: { decision: 'other', note } })}
      >
        {(ask) => (
          <Act can={met.can['other']} size="compact-sm" variant="default" onClick={ask}>
            {t('stopMeetings.other')}
          </Act>
        )}
      </ConfirmWithConsequence>
    </span>
  );
}
