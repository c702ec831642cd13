/** What the partner's card shows of the reviews of its quarters. */
export { PartnerReviews } from './PartnerReviews.tsx';
