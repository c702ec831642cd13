import type { DEAL_ROLES } from '@mosty/deals/contract';

type Role = (typeof DEAL_ROLES)[number];

/**
 * Tasks a new company begins with (S3.17): what clients of anybody come with. Words stand under `starter.<code>`; who
 * does what is a draft to be changed.
 */
export const STARTERS = {
  team: ['source', 'implement', 'expertise'],
  automate: ['source', 'implement'],
  market: ['source', 'implement', 'expertise', 'expand'],
} as const satisfies Record<string, readonly Role[]>;

export type Starter = keyof typeof STARTERS;

export const STARTER_CODES = ['team', 'automate', 'market'] as const satisfies readonly Starter[];

export const starterOf = (code: string): Starter | undefined => STARTER_CODES.find((one) => one === code);
