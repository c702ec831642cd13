import { Button } from '@mantine/core';
import { hrefOf, useLanguage, useWords } from '@mosty/ui-kit';
import { IconPrinter } from '@tabler/icons-react';
import { printReview, type Review } from '../contract.ts';

/** The review as a document to keep; both sides get the same. */
export function PrintLink({ of: review }: { of: Review }) {
  const t = useWords('reviews');
  const language = useLanguage();
  return (
    <Button
      component="a"
      variant="default"
      leftSection={<IconPrinter size={16} stroke={1.6} />}
      href={hrefOf(printReview, { params: { reviewId: review.id }, query: { language } })}
      download
    >
      {t('one.print')}
    </Button>
  );
}
