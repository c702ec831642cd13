import { ClassBadge, Money, NumberOpens, Percent, TableSkeleton, useWords } from '@mosty/ui-kit';
import { lazy, Suspense } from 'react';
import type { Harm, PartnerHarm } from '../../contract/reputation.ts';
import classes from './reputation.module.css';

const HarmLog = lazy(() => import('./HarmLog.tsx'));

/** What was asked, so that a number is found by it again. */
export interface Asked {
  readonly from?: string;
  readonly to?: string;
}

type Book = PartnerHarm['books'][number];

interface Props {
  readonly book: Book;
  readonly partner: { readonly id: string; readonly name: string };
  readonly window: { readonly from: string; readonly to: string };
  readonly asked: Asked;
  readonly kind?: Harm;
  readonly minor: number;
  readonly n?: number;
}

/** An amount of harm of one book: opens to the events it was made of. */
export function HarmAmount({ book, partner, window, asked, kind, minor, n }: Props) {
  const t = useWords('insight-reputation');
  const all = useWords('insight');
  const of = kind ? t(`harm.${kind}`) : t('price');
  return (
    <NumberOpens
      title={`${of} · ${partner.name} · ${all(`book.${book.class}`)}`}
      wide
      proof={{
        rule: { text: t('priceRule'), version: 1 },
        window,
        ...(n === undefined ? {} : { n }),
      }}
      rows={() => (
        <Suspense fallback={<TableSkeleton />}>
          <HarmLog
            asked={{
              ...asked,
              partner: partner.id,
              class: book.class,
              ...(kind ? { kind } : {}),
              currency: book.currency,
            }}
          />
        </Suspense>
      )}
    >
      <Money minor={minor} currency={book.currency} precision="whole" />
    </NumberOpens>
  );
}

/** The price of one book beside what was sold in it. */
export function HarmPrice(props: Omit<Props, 'minor' | 'kind' | 'n'>) {
  const t = useWords('insight-reputation');
  const { book } = props;
  return (
    <div className={classes.book}>
      <ClassBadge of={book.class} />
      <span>
        <HarmAmount {...props} minor={book.priceMinor} />
        {book.sharePpm === null ? null : (
          <span className={classes.small}>
            {' '}
            <Percent ppm={book.sharePpm} /> {t('priceOf')}
          </span>
        )}
      </span>
    </div>
  );
}
