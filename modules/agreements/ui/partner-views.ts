import type { STANDINGS } from '../contract.ts';

type Standing = (typeof STANDINGS)[number];

/** Saved views of the list: each is a set of filters, kept in the address. */
export const VIEWS = ['partner', 'high', 'mine', 'contact', 'left', 'archive'] as const;
export type View = (typeof VIEWS)[number];

interface Chosen {
  readonly stage: string;
  readonly track: string;
  readonly keeper: string;
}

export function filtersOf(view: View, memberId: string): Chosen {
  switch (view) {
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
  if (filters.stage === 'contact' || filters.stage === 'left' || filters.stage === 'archive')
    return filters.stage;
  if (filters.stage === 'any' && filters.keeper === memberId) return 'mine';
  return filters.track === 'high_touch' ? 'high' : 'partner';
}

/** What the server is asked for. */
export function standingOf(stage: string): { standing?: Standing; archived?: 'yes' } {
  if (stage === 'archive') return { archived: 'yes' };
  if (stage === 'any') return {};
  return { standing: stage === 'contact' || stage === 'left' ? stage : 'partner' };
}
