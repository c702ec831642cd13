import { Button } from '@mantine/core';
import {
  ConfirmWithConsequence,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  useParam,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { listReviews, readReview, signReview, type Review } from '../../contract.ts';
import { PrintLink } from '../PrintLink.tsx';
import { ReviewDocument } from '../ReviewDocument.tsx';
import { useQuarter } from '../use-quarter.ts';

/** The very document the team sees; the partner adds words and puts a name under the decision. */
export default function OwnReviewPage() {
  const reviewId = useParam('reviewId');
  const read = useRead(readReview, { params: { reviewId: reviewId as Review['id'] } });
  return <Loaded read={read}>{(review) => <OwnReview of={review} />}</Loaded>;
}

function OwnReview({ of: review }: { of: Review }) {
  const t = useWords('reviews');
  const quarter = useQuarter();
  const sign = useVerb(signReview, { invalidates: [readReview, listReviews] });
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.portalReviews()}>{t('page.ownTitle')}</PageLink>}
        title={t('one.title', { partner: review.partner.name, quarter: quarter(review.quarter) })}
        answer={
          <>
            {t('one.same')} {review.shownAt ? <When value={review.shownAt} /> : null}
          </>
        }
        actions={
          <>
            <PrintLink of={review} />
            {review.can.sign ? (
              <ConfirmWithConsequence
                title={t('one.signTitle')}
                consequence={t('one.signText')}
                confirm={t('one.sign')}
                onConfirm={() => sign.mutateAsync({ params: { reviewId: review.id } })}
              >
                {(ask) => <Button onClick={ask}>{t('one.sign')}</Button>}
              </ConfirmWithConsequence>
            ) : null}
          </>
        }
      />
      <ReviewDocument of={review} />
    </>
  );
}
