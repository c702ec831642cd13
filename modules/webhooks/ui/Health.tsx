import { Badge, useFormat, useWords } from '@mosty/ui-kit';
import type { EndpointView } from '../contract.ts';

type Told = Pick<EndpointView, 'state' | 'offBecause' | 'failingSince'>;

/** Works, fails since a day, or is off and why. */
export function Health({ of: { state, offBecause, failingSince } }: { of: Told }) {
  const t = useWords('webhooks');
  const { when } = useFormat();
  if (state === 'off') {
    const because = offBecause ?? 'person';
    return <Badge tone={because === 'person' ? 'faint' : 'warn'}>{t(`list.off.${because}`)}</Badge>;
  }
  if (failingSince) return <Badge tone="warn">{t('list.failing', { since: when(failingSince) })}</Badge>;
  return <Badge tone="accent">{t('list.on')}</Badge>;
}
