import type { ProfileBody } from '../../contract/profile.ts';

/** Until the company writes its own (S1.13): who drives value, shares our audience, converts. Words: `trait.<code>`. */
export const SHIPPED_PROFILE: ProfileBody = {
  threshold: 60,
  traits: [
    { code: 'shares_audience', says: null, weight: 5, isMust: true },
    { code: 'clients_listen', says: null, weight: 5, isMust: false },
    { code: 'brings_to_deals', says: null, weight: 4, isMust: false },
    { code: 'fills_a_gap', says: null, weight: 3, isMust: false },
    { code: 'checkable_results', says: null, weight: 3, isMust: false },
    { code: 'answerable_person', says: null, weight: 2, isMust: false },
    { code: 'time_for_it', says: null, weight: 2, isMust: false },
  ],
};
