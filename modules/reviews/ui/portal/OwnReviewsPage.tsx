import { PageHeading, paths, useWords } from '@mosty/ui-kit';
import { ReviewsTable } from '../ReviewsTable.tsx';

/** The partner's own reviews, from the day each was shown. */
export default function OwnReviewsPage() {
  const t = useWords('reviews');
  return (
    <>
      <PageHeading title={t('page.ownTitle')} answer={t('page.answer')} />
      <ReviewsTable withPartner={false} query={{}} to={(row) => paths.portalReview({ reviewId: row.id })} />
    </>
  );
}
