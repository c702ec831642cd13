import { Button, PasswordInput } from '@mantine/core';
import {
  Badge,
  CopyText,
  DataTable,
  EmptyState,
  Money,
  SidePanel,
  toast,
  useMay,
  useRows,
  useVerb,
  useWords,
  When,
  type Column,
  type Tone,
} from '@mosty/ui-kit';
import { useState } from 'react';
import {
  changeIntakeSource,
  listIntakeEvents,
  listIntakeSources,
  type IntakeEventView,
  type IntakeSourceView,
} from '../contract.ts';
import classes from './intake.module.css';

const TONES: Record<IntakeEventView['outcome'], Tone> = {
  recorded: 'accent',
  known: 'faint',
  waiting: 'plain',
  ignored: 'faint',
  held: 'warn',
};

/** One source: its address, its secret, and what it told lately. */
export function IntakePanel({ source, onClose }: { source: IntakeSourceView; onClose: () => void }) {
  const t = useWords('integrations');
  const mayWrite = useMay('intake.write');
  const params = { sourceId: source.id };
  const change = useVerb(changeIntakeSource, { invalidates: [listIntakeSources] });
  const rows = useRows(listIntakeEvents, { params, query: {} }, { every: 5_000 });
  const isOn = source.state === 'on';
  const columns: readonly Column<IntakeEventView>[] = [
    { id: 'what', title: t('intake.what'), cell: (row) => row.type, narrow: 'title' },
    {
      id: 'outcome',
      title: t('intake.outcome'),
      cell: (row) => (
        <>
          <Badge tone={TONES[row.outcome]}>{t(`intake.outcomeOf.${row.outcome}`)}</Badge>
          {row.because ? <div className={classes.faint}>{t(`intake.because.${row.because}`)}</div> : null}
        </>
      ),
      narrow: 'bare',
    },
    {
      id: 'amount',
      title: t('intake.amount'),
      cell: (row) =>
        row.amountMinor !== null && row.currency ? (
          <Money minor={row.amountMinor} currency={row.currency} />
        ) : (
          '–'
        ),
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'at',
      title: t('intake.at'),
      cell: (row) => <When value={row.receivedAt} style="time" />,
      align: 'right',
      narrow: 'line',
    },
  ];
  return (
    <SidePanel opened onClose={onClose} title={source.name} wide>
      <div className={classes.stack}>
        {source.provider === 'yookassa' ? null : (
          <>
            <span className={classes.faint}>{t('intake.address')}</span>
            <CopyText text={globalThis.location.origin + source.path} label={t('intake.copy')} />
          </>
        )}
        {mayWrite ? (
          <div className={classes.line}>
            {source.provider === 'stripe' || source.provider === 'cloudpayments' ? (
              <NewSecret source={source} />
            ) : null}
            <Button
              variant="default"
              loading={change.isPending}
              onClick={() => change.mutate({ params, body: { state: isOn ? 'off' : 'on' } })}
            >
              {isOn ? t('intake.offAct') : t('intake.onAct')}
            </Button>
          </div>
        ) : null}
        <h3>{t('intake.events')}</h3>
        <span className={classes.faint}>{t('intake.eventsNote')}</span>
      </div>
      <DataTable
        label={t('intake.events')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('intake.noEvents')}>{t('intake.noEventsText')}</EmptyState>}
      />
    </SidePanel>
  );
}

/** The provider's secret, which often is known only after the address was given to it. */
function NewSecret({ source }: { source: IntakeSourceView }) {
  const t = useWords('integrations');
  const [secret, setSecret] = useState('');
  const save = useVerb(changeIntakeSource, {
    invalidates: [listIntakeSources],
    onDone: () => {
      setSecret('');
      toast(t('intake.secretSaved'));
    },
  });
  return (
    <form
      className={classes.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (secret.trim().length >= 8)
          save.mutate({ params: { sourceId: source.id }, body: { secret: secret.trim() } });
      }}
    >
      <PasswordInput
        aria-label={t('intake.secret')}
        placeholder={t('intake.secret')}
        autoComplete="off"
        miw={240}
        value={secret}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {t('intake.save')}
      </Button>
    </form>
  );
}
