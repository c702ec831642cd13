import type { Lack, PlanStatus } from '../contract/plan.ts';

export interface Planned {
  readonly state: 'open' | 'done' | 'missed' | 'dropped';
  readonly dueOn: string | null;
  readonly benefit: string | null;
  readonly message: string | null;
  readonly support: string | null;
}

/** What is still to be thought of; while anything is, the item is a draft (S0.52, S0.55). */
export function lacksOf(item: Planned): Lack[] {
  const has: Readonly<Record<Lack, string | null>> = {
    due_on: item.dueOn,
    benefit: item.benefit,
    message: item.message,
    support: item.support,
  };
  return (Object.keys(has) as Lack[]).filter((one) => has[one] === null);
}

export function statusOf(item: Planned): PlanStatus {
  if (item.state !== 'open') return item.state;
  return lacksOf(item).length > 0 ? 'draft' : 'planned';
}
