import type { Pay, Terms } from './terms.ts';

/** Where a company may begin; figures seen on the Russian market in 2025–2026. Words: `template.<code>` in `ui/words.ts`. */
export interface Template {
  readonly code: 'agent_recurring' | 'levels' | 'author' | 'web_partner' | 'referral_bonus' | 'team';
  readonly pay: readonly Pay[];
  readonly holdDays: number;
  readonly minimumPayoutMinor: number;
  readonly floor?: Terms['floor'];
}

export const TEMPLATES: readonly Template[] = [
  // 30 % of each payment for up to 36 months (smartanalytics.io; leadsender.ru pays while the client pays)
  {
    code: 'agent_recurring',
    pay: [{ kind: 'recurring', months: 12, ratePpm: 200_000 }],
    holdDays: 14,
    minimumPayoutMinor: 100_000,
  },
  // Silver, Gold, Platinum: 10, 15, 20 % from 1, 20, 100 clients (procloud.ru)
  {
    code: 'levels',
    pay: [
      {
        kind: 'tiered',
        mode: 'marginal',
        measure: 'count',
        window: 'lifetime',
        tiers: [
          { from: 0, ratePpm: 100_000 },
          { from: 20, ratePpm: 150_000 },
          { from: 100, ratePpm: 200_000 },
        ],
      },
    ],
    holdDays: 14,
    minimumPayoutMinor: 100_000,
  },
  // S1.39: part of the risk with the company, part with the author
  {
    code: 'author',
    pay: [{ kind: 'hybrid', fixedMinor: 2_000_000, per: 'agreement', ratePpm: 200_000 }],
    holdDays: 14,
    minimumPayoutMinor: 100_000,
  },
  // Refunds come back within a month: checked 30 days; a discount above 30 % would be dumping (S0.64)
  {
    code: 'web_partner',
    pay: [{ kind: 'percent', ratePpm: 150_000 }],
    holdDays: 30,
    minimumPayoutMinor: 100_000,
    floor: { priceMinor: null, maxDiscountPpm: 300_000 },
  },
  // Thanks of a client, once for each new client
  {
    code: 'referral_bonus',
    pay: [{ kind: 'first_order', bonus: { kind: 'flat', amountMinor: 300_000 } }],
    holdDays: 14,
    minimumPayoutMinor: 0,
  },
  // Several partners in one deal: who brought, who implements, who adds expertise, who grows the contract (S3.36)
  {
    code: 'team',
    pay: [
      { kind: 'per_role', rates: { source: 100_000, implement: 100_000, expertise: 50_000, expand: 50_000 } },
    ],
    holdDays: 14,
    minimumPayoutMinor: 100_000,
  },
];
