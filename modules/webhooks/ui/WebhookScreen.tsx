import {
  Loaded,
  PageHeading,
  PageLink,
  paths,
  TableSkeleton,
  useFormat,
  useParam,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { getEndpoint, type EndpointView } from '../contract.ts';
import { DeliveryLog } from './DeliveryLog.tsx';
import { EndpointActs } from './EndpointActs.tsx';
import { Health } from './Health.tsx';
import classes from './webhooks.module.css';

/** More events than this are said as a number. */
const NAMED_MAX = 6;

/** One address: how it is doing, what was sent to it, and what can be done about it. */
export default function WebhookScreen() {
  const endpointId = useParam('endpointId');
  const read = useRead(getEndpoint, { params: { endpointId } }, { every: 5_000 });
  return (
    <Loaded read={read} skeleton={<TableSkeleton columns={4} rows={6} />}>
      {(endpoint) => <Shown endpoint={endpoint} />}
    </Loaded>
  );
}

function Shown({ endpoint }: { endpoint: EndpointView }) {
  const t = useWords('webhooks');
  const { when } = useFormat();
  const { waiting, oldSecretUntil, url, description, events } = endpoint;
  return (
    <>
      <PageHeading
        title={new URL(url).host}
        above={<PageLink to={paths.webhooks()}>{t('one.above')}</PageLink>}
        answer={
          <>
            <div className={classes.line}>
              <Health of={endpoint} />
              <span>{waiting > 0 ? t('one.waiting', { count: waiting }) : t('one.nothingWaits')}</span>
            </div>
            <div className={classes.url}>{url}</div>
            {description ? <div className={classes.faint}>{description}</div> : null}
            <div className={classes.faint}>
              {events.length > NAMED_MAX ? t('list.eventsOf', { count: events.length }) : events.join(', ')}
            </div>
            {oldSecretUntil ? (
              <div className={classes.faint}>{t('one.overlap', { until: when(oldSecretUntil, 'time') })}</div>
            ) : null}
          </>
        }
        actions={<EndpointActs endpoint={endpoint} />}
      />
      <DeliveryLog endpointId={endpoint.id} isOn={endpoint.state === 'on'} />
    </>
  );
}
