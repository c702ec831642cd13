import { listMessages, MESSAGE_STATES, retryMessage } from '../contract.ts';
import {
  Act,
  Badge,
  DataTable,
  EmptyState,
  PageHeading,
  paths,
  SegmentTabs,
  toast,
  useFilters,
  useRows,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
  type Tone,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { LetterPanel } from './LetterPanel.tsx';
import classes from './settings.module.css';

export type LetterRow = AnswerOf<typeof listMessages>['items'][number];

const TONES: Record<LetterRow['state'], Tone> = {
  queued: 'accent',
  sent: 'faint',
  failed: 'warn',
  kept: 'plain',
};

export default function Outbox() {
  const t = useWords('identity');
  const [filters, setFilters] = useFilters(paths.outbox);
  const [opened, setOpened] = useState<LetterRow | null>(null);
  const state = MESSAGE_STATES.find((one) => one === filters.state);
  const rows = useRows(listMessages, { query: { state } });
  const columns: readonly Column<LetterRow>[] = [
    { id: 'subject', title: t('outbox.subject'), cell: (letter) => letter.subject },
    { id: 'to', title: t('outbox.to'), cell: (letter) => letter.toEmail, narrow: 'bare' },
    {
      id: 'state',
      title: t('outbox.state'),
      cell: (letter) => (
        <>
          <Badge tone={TONES[letter.state]}>{t(`outbox.stateOf.${letter.state}`)}</Badge>{' '}
          {letter.attempts > 1 ? (
            <span className={classes.faint}>{t('outbox.attempts', { count: letter.attempts })}</span>
          ) : null}
        </>
      ),
      narrow: 'bare',
    },
    {
      id: 'at',
      title: t('outbox.at'),
      cell: (letter) => <When value={letter.createdAt} style="time" />,
      align: 'right',
    },
    {
      id: 'acts',
      title: '',
      cell: (letter) => <LetterActs letter={letter} onOpen={() => setOpened(letter)} />,
      align: 'right',
      narrow: 'bare',
    },
  ];
  return (
    <>
      <PageHeading title={t('outbox.title')} answer={t('outbox.answer')} />
      <SegmentTabs
        label={t('outbox.state')}
        value={state ?? 'all'}
        segments={[
          { value: 'all', label: t('outbox.all') },
          ...MESSAGE_STATES.map((value) => ({ value, label: t(`outbox.stateOf.${value}`) })),
        ]}
        onChange={(value) => setFilters({ state: value === 'all' ? '' : value })}
      />
      <DataTable
        label={t('outbox.title')}
        columns={columns}
        rows={rows}
        rowKey={(letter) => letter.id}
        empty={
          state ? (
            <EmptyState title={t('outbox.noneOf')} />
          ) : (
            <EmptyState title={t('outbox.empty')}>{t('outbox.emptyText')}</EmptyState>
          )
        }
      />
      {opened ? <LetterPanel letter={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function LetterActs({ letter, onOpen }: { letter: LetterRow; onOpen: () => void }) {
  const t = useWords('identity');
  const retry = useVerb(retryMessage, {
    invalidates: [listMessages],
    onDone: () => toast(t('outbox.retried')),
  });
  const waits = letter.state === 'failed' || letter.state === 'kept';
  return (
    <span className={classes.acts}>
      <Act can={letter.can['open']} variant="subtle" size="compact-sm" onClick={onOpen}>
        {t('outbox.open')}
      </Act>
      {waits ? (
        <Act
          can={letter.can['retry']}
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={retry.isPending}
          onClick={() => retry.mutate({ params: { messageId: letter.id } })}
        >
          {t('outbox.retry')}
        </Act>
      ) : null}
    </span>
  );
}
