import { ClassMark, Money, useWords } from '@mosty/ui-kit';
import type { PartnerBooks } from './use-partner-figures.ts';
import classes from './agreements.module.css';

interface Props {
  readonly books: PartnerBooks | undefined;
  readonly of: 'broughtMinor' | 'costMinor' | 'margin90Minor';
}

/** One figure of a partner: a line for each class, never a sum (S2.3). */
export function BookFigures({ books, of }: Props) {
  const t = useWords('agreements');
  if (!books || books.length === 0) return <span className={classes.soft}>–</span>;
  return (
    <span className={classes.books}>
      {books.map((book) => (
        <span key={`${book.class} ${book.currency}`} className={classes.book}>
          {books.length > 1 ? <ClassMark of={book.class} /> : null}
          <Money
            minor={book[of]}
            currency={book.currency}
            precision="whole"
            tone={book[of] === 0 ? 'dim' : 'plain'}
          />
          {of === 'margin90Minor' && book.marginIsEstimate ? (
            <span className={classes.small}>{t('partners.estimate')}</span>
          ) : null}
        </span>
      ))}
    </span>
  );
}
