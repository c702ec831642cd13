import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { Badge, useFormat, useToday, useWords } from '@mosty/ui-kit';
import type { AgreementCard } from '../contract.ts';

/** A month is enough to speak of it before it ends. */
const NEAR_DAYS = 30;

/** The exclusivity that holds in an agreement, with its day; nothing where there is none. */
export function ExclusivityLine({ agreement }: { agreement: AgreementCard }) {
  const t = useWords('agreements');
  const format = useFormat();
  const today = useToday();
  const holds = agreement.versions.find(({ version }) => version === agreement.currentVersion);
  const one = holds?.exclusivity;
  if (!one || agreement.state === 'ended') return null;
  const left = daysBetween(today as BusinessDate, one.until as BusinessDate);
  return (
    <p>
      {t('exclusivity.line', { until: format.when(one.until), subject: one.subject })}{' '}
      {left <= NEAR_DAYS ? (
        <Badge tone="warn">{t(left < 0 ? 'exclusivity.over' : 'exclusivity.near')}</Badge>
      ) : null}
    </p>
  );
}
