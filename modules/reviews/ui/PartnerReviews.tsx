import { Badge, Loaded, PageLink, paths, Section, useMay, useRead, useWords, When } from '@mosty/ui-kit';
import { listReviews } from '../contract.ts';
import { useQuarter } from './use-quarter.ts';
import classes from './reviews.module.css';

const SHOWN = 4;

/** On the partner's card: its last quarters, what was decided of each, and what waits. */
export function PartnerReviews({ partnerId }: { partnerId: string }) {
  return useMay('review.read') ? <Shown partnerId={partnerId} /> : null;
}

function Shown({ partnerId }: { partnerId: string }) {
  const t = useWords('reviews');
  const quarter = useQuarter();
  const read = useRead(listReviews, { query: { partnerId, limit: SHOWN } });
  return (
    <Section
      title={t('part.title')}
      actions={
        read.data?.nextCursor ? (
          <PageLink to={paths.reviews({ partner: partnerId })}>{t('part.all')}</PageLink>
        ) : null
      }
    >
      <Loaded read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.soft}>{t('part.none')}</p>
          ) : (
            <ul className={classes.quarters}>
              {items.map((review) => (
                <li key={review.id}>
                  <PageLink to={paths.review({ reviewId: review.id })}>{quarter(review.quarter)}</PageLink>
                  <span>
                    {review.decision ? t(`decision.${review.decision}`) : t(`state.${review.state}`)}
                  </span>
                  <span className={classes.soft}>
                    {review.state === 'signed' ? (
                      t('state.signed')
                    ) : (
                      <>
                        {t('page.due')} <When value={review.dueOn} />{' '}
                        {review.isLate ? <Badge tone="warn">{t('page.late')}</Badge> : null}
                      </>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
