import { Badge, useWords, type Tone } from '@mosty/ui-kit';
import type { Deal, Registration } from '../../contract.ts';

const TONES: Partial<Record<Registration, Tone>> = {
  pending: 'warn',
  approved: 'accent',
  conflicted: 'risk',
};

/** Whose the client is, as far as registrations tell. */
export function DealState({ deal }: { deal: Pick<Deal, 'registration' | 'isOverdue'> }) {
  const t = useWords('deals');
  if (deal.isOverdue) return <Badge tone="risk">{t('work.states.overdue')}</Badge>;
  if (deal.registration === 'none') return null;
  return (
    <Badge tone={TONES[deal.registration] ?? 'plain'}>{t(`work.registration.${deal.registration}`)}</Badge>
  );
}
