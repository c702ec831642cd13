import { shareTouches } from '../contract/share-touches.ts';
import type { Sharing } from '../contract.ts';

const SOLD = '2026-03-31T12:00:00.000Z';
const DAY_MS = 86_400_000;
const TOUCHES = [
  { who: 'blog', daysAgo: 20 },
  { who: 'review', daysAgo: 6 },
  { who: 'review', daysAgo: 3 },
  { who: 'coupons', daysAgo: 1 },
] as const;

/** The example of the editor, shared by the engine that pays. */
export function sharesOfExample(sharing: Sharing, windowDays: number): { who: string; sharePpm: number }[] {
  const heard = TOUCHES.filter(({ daysAgo }) => daysAgo <= windowDays).map(({ who, daysAgo }) => ({
    partnerId: who,
    agreementId: who,
    at: new Date(Date.parse(SOLD) - daysAgo * DAY_MS).toISOString(),
  }));
  return shareTouches(heard, sharing, SOLD).map(({ partnerId, sharePpm }) => ({
    who: partnerId,
    sharePpm: Number(sharePpm),
  }));
}
