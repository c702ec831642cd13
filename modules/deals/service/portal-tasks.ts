import { definePortalTask, type PortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { rights } from '../policy.ts';
import { answeredSince, dealsAtTurnOf, type FewDeals } from '../store/portal.ts';
import { stagesOf } from './stages.ts';

const DAY_MS = 86_400_000;
/** How long an answer is news. */
const NEWS_DAYS = 7;

definePortalTask(['deals.your_turn', 'deals.your_turns'], async (tx, partnerId) => {
  if (!may(tx, rights, 'deal.read')) return [];
  const few = await dealsAtTurnOf(tx, partnerId, await stagesOf(tx));
  return oneOrMany(few, 'deals.your_turn', 'deals.your_turns');
});

definePortalTask(['deals.registration_answered', 'deals.registrations_answered'], async (tx, partnerId) => {
  if (!may(tx, rights, 'deal.read')) return [];
  const few = await answeredSince(tx, partnerId, new Date(tx.now().getTime() - NEWS_DAYS * DAY_MS));
  return oneOrMany(
    { ...few, nextStepOn: null },
    'deals.registration_answered',
    'deals.registrations_answered',
  );
});

/** One deal is named and opened; several are counted and listed. */
function oneOrMany(few: FewDeals, one: string, many: string): PortalTask[] {
  const { count, dealId, title, nextStepOn: dueOn } = few;
  if (count === 0) return [];
  if (dealId === null) return [{ code: many, params: { count }, to: '/portal/deals', dueOn }];
  return [{ code: one, params: { title: title ?? '' }, to: `/portal/deals/${dealId}`, dueOn }];
}
