import type { Picked } from '@mosty/directory/parts';
import { useMay } from '@mosty/ui-kit';
import { ADDED } from './AddMenu.tsx';
import { EffortForm } from './EffortForm.tsx';
import { PlanForm } from './PlanForm.tsx';
import { PublicationForm } from './PublicationForm.tsx';
import { SessionForm } from './SessionForm.tsx';

interface Props {
  /** As it stands in the address; whatever else opens nothing. */
  readonly what: string;
  readonly partner?: Picked | undefined;
  readonly onClose: () => void;
}

/** The form of what is being added, for whoever may. */
export function AddPanel({ what, ...rest }: Props) {
  const mayPlan = useMay('plan.write');
  const mayWeek = useMay('week.write');
  const asked = ADDED.find((one) => one === what);
  if (mayPlan && asked === 'plan') return <PlanForm {...rest} />;
  if (mayPlan && asked === 'publication') return <PublicationForm {...rest} />;
  if (mayWeek && asked === 'session') return <SessionForm {...rest} />;
  if (mayWeek && asked === 'effort') return <EffortForm {...rest} />;
  return null;
}
