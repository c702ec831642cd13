import { Button } from '@mantine/core';
import {
  ConfirmWithConsequence,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  useFilters,
  useParam,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { listReviews, readReview, showReview, type Review } from '../contract.ts';
import { DecideForm } from './DecideForm.tsx';
import { PrintLink } from './PrintLink.tsx';
import { ReviewDocument } from './ReviewDocument.tsx';
import { useQuarter } from './use-quarter.ts';

/** One quarter of one partner on a page; it prints as it stands. */
export default function ReviewScreen() {
  const reviewId = useParam('reviewId');
  const read = useRead(readReview, { params: { reviewId: reviewId as Review['id'] } });
  return <Loaded read={read}>{(review) => <OneReview of={review} />}</Loaded>;
}

function OneReview({ of: review }: { of: Review }) {
  const t = useWords('reviews');
  const quarter = useQuarter();
  const [filters, set] = useFilters(paths.review);
  const show = useVerb(showReview, { invalidates: [readReview, listReviews] });
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.reviews()}>{t('one.above')}</PageLink>}
        title={t('one.title', { partner: review.partner.name, quarter: quarter(review.quarter) })}
        answer={
          review.shownAt ? (
            <>
              {t('one.same')} <When value={review.shownAt} />
            </>
          ) : (
            t('one.draft')
          )
        }
        actions={
          <>
            <PrintLink of={review} />
            {review.can.show ? (
              <ConfirmWithConsequence
                title={t('one.showTitle')}
                consequence={t('one.showText')}
                confirm={t('one.show')}
                onConfirm={() => show.mutateAsync({ params: { reviewId: review.id } })}
              >
                {(ask) => <Button onClick={ask}>{t('one.show')}</Button>}
              </ConfirmWithConsequence>
            ) : null}
            {review.can.decide ? (
              <Button onClick={() => set({ decide: '1' })}>{t('one.decide')}</Button>
            ) : null}
          </>
        }
      />
      <ReviewDocument of={review} />
      {review.decision === 'part' ? (
        <p>
          <PageLink to={paths.partnerExit({ partnerId: review.partner.id })}>{t('one.partHint')}</PageLink>
        </p>
      ) : null}
      {filters.decide && review.can.decide ? (
        <DecideForm of={review} onClose={() => set({ decide: '' })} />
      ) : null}
    </>
  );
}
