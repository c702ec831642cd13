import type { IntegrityPolicy } from '../contract/looks.ts';

/**
 * What holds until the company says otherwise. Sales before the New Year and in November are where prices fall first
 * (S0.34); events by these names are what shops usually tell when somebody begins to pay.
 */
export const SHIPPED_POLICY: IntegrityPolicy = {
  brandWords: [],
  ownDomains: [],
  checkoutEvents: ['checkout', 'checkout_started', 'begin_checkout', 'add_to_cart', 'cart'],
  seasons: [
    { name: 'Чёрная пятница', from: '11-15', to: '11-30', floorPpm: 700_000 },
    { name: 'Новый год', from: '12-10', to: '12-31', floorPpm: 700_000 },
  ],
  reviewFrom: 'serious',
};
