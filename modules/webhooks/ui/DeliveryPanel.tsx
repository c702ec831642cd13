import { Button } from '@mantine/core';
import {
  Badge,
  CopyText,
  LinesSkeleton,
  Loaded,
  SidePanel,
  toast,
  useMay,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { getDelivery, getEndpoint, listDeliveries, replayDelivery } from '../contract.ts';
import classes from './webhooks.module.css';

/** One delivery: its body as it is signed, and every attempt with what was answered. */
export function DeliveryPanel({
  deliveryId,
  isOn,
  onClose,
}: {
  deliveryId: string;
  isOn: boolean;
  onClose: () => void;
}) {
  const t = useWords('webhooks');
  const mayWrite = useMay('webhook.write');
  const params = { deliveryId };
  const read = useRead(getDelivery, { params }, { every: 3_000 });
  const replay = useVerb(replayDelivery, {
    invalidates: [getDelivery, listDeliveries, getEndpoint],
    onDone: () => toast(t('delivery.againDone')),
  });
  return (
    <SidePanel opened onClose={onClose} title={read.data?.delivery.type ?? '…'} wide>
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {({ delivery, body, attempts }) => (
          <div className={classes.stack}>
            <div className={classes.line}>
              <span className={classes.faint}>{t('delivery.id')}</span>
              <CopyText text={delivery.eventId} label={t('delivery.id')} />
              {mayWrite ? (
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={!isOn}
                  loading={replay.isPending}
                  onClick={() => replay.mutate({ params })}
                >
                  {t('delivery.again')}
                </Button>
              ) : null}
            </div>
            <h3>{t('delivery.body')}</h3>
            <pre className={classes.code}>{pretty(body)}</pre>
            <h3>{t('delivery.attempts')}</h3>
            {attempts.length === 0 ? <p>{t('delivery.noAttempts')}</p> : null}
            <ol className={classes.attempts}>
              {attempts.map((attempt) => (
                <li key={attempt.number}>
                  <div className={classes.line}>
                    <strong>{t('delivery.attempt', { number: attempt.number })}</strong>
                    <When value={attempt.at} style="time" />
                    <Badge tone={attempt.error ? 'warn' : 'accent'}>
                      {attempt.status ?? t(`delivery.error.${attempt.error ?? 'connection'}`)}
                    </Badge>
                    {attempt.status && attempt.error ? (
                      <span className={classes.faint}>{t(`delivery.error.${attempt.error}`)}</span>
                    ) : null}
                    <span className={classes.faint}>{t('delivery.took', { ms: attempt.durationMs })}</span>
                  </div>
                  {attempt.answer ? (
                    <pre className={classes.code} aria-label={t('delivery.answer')}>
                      {attempt.answer}
                    </pre>
                  ) : null}
                </li>
              ))}
            </ol>
          </div>
        )}
      </Loaded>
    </SidePanel>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
