import { Badge, useWords, type Tone } from '@mosty/ui-kit';
import type { Deal, Registration } from '../../contract.ts';

const TONES: Partial<Record<Registration, Tone>> = {
  approved: 'accent',
  rejected: 'warn',
  conflicted: 'warn',
};

/** How the partner's registration stands, said to the partner. */
export function OwnState({ deal: { registration } }: { deal: Pick<Deal, 'registration'> }) {
  const t = useWords('deals');
  return <Badge tone={TONES[registration] ?? 'plain'}>{t(`own.registration.${registration}`)}</Badge>;
}
