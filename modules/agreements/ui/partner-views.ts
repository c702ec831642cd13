import type { STANDINGS } from '../contract.ts';

type Standing = (typeof STANDINGS)[number];

/** Saved views of the list: each is a set of filters, kept in the address. */
export const VIEWS = ['partner', 'high', 'quiet', 'waits', 'mine', 'contact', 'left', 'archive'] as const;
export type View = (typeof VIEWS)[number];

/** Those the address calls by name. */
const NAMED = ['contact', 'left', 'archive', 'quiet', 'waits'] as const;

interface Chosen {
  readonly stage: string;
  readonly track: string;
  readonly keeper: string;
}

export function filtersOf(view: View, memberId: string): Chosen {
  switch (view) {
    case 'quiet':
    case 'waits':
      return { stage: view, track: '', keeper: '' };
    case 'high':
      return { stage: '', track: 'high_touch', keeper: '' };
    case 'mine':
      return { stage: 'any', track: '', keeper: memberId };
    case 'partner':
      return { stage: '', track: '', keeper: '' };
    case 'contact':
    case 'left':
    case 'archive':
      return { stage: view, track: '', keeper: '' };
  }
}

/** Which view the address shows; working partners when none is named. */
export function viewOf(filters: Chosen, memberId: string): View {
  const named = NAMED.find((view) => view === filters.stage);
  if (named) return named;
  if (filters.stage === 'any' && filters.keeper === memberId) return 'mine';
  return filters.track === 'high_touch' ? 'high' : 'partner';
}

/** What the server is asked for. */
export function standingOf(stage: string): {
  standing?: Standing;
  archived?: 'yes';
  quiet?: 'yes';
  waits?: 'yes';
} {
  if (stage === 'quiet') return { quiet: 'yes', standing: 'partner' };
  if (stage === 'waits') return { waits: 'yes' };
  if (stage === 'archive') return { archived: 'yes' };
  if (stage === 'any') return {};
  return { standing: stage === 'contact' || stage === 'left' ? stage : 'partner' };
}
