/** S3.19: attracts, implements, strengthens with expertise, develops the contract. */
export const DEAL_ROLES = ['source', 'implement', 'expertise', 'expand'] as const;
export type DealRole = (typeof DEAL_ROLES)[number];
