import { Button } from '@mantine/core';
import { Section, useFormat, useWords, When } from '@mosty/ui-kit';
import { useState } from 'react';
import type { Fact, Point, Review } from '../contract.ts';
import { RemarkForm } from './RemarkForm.tsx';
import classes from './reviews.module.css';

/** The twelve points as both sides see them: what was counted, and what either said of it. */
export function ReviewDocument({ of: review }: { of: Review }) {
  const t = useWords('reviews');
  const [saying, setSaying] = useState<Point | null>(null);
  return (
    <>
      <ol className={classes.points}>
        {review.document.points.map(({ point, facts }) => (
          <li key={point}>
            <Section
              title={t(`point.${point}`)}
              actions={
                review.can.remark ? (
                  <Button variant="subtle" size="compact-sm" onClick={() => setSaying(point)}>
                    {t('one.remark')}
                  </Button>
                ) : null
              }
            >
              <Counted point={point} facts={facts} review={review} />
              <Said remarks={review.remarks.filter((remark) => remark.point === point)} />
            </Section>
          </li>
        ))}
      </ol>
      {saying ? <RemarkForm of={review} point={saying} onClose={() => setSaying(null)} /> : null}
    </>
  );
}

function Counted({ point, facts, review }: { point: Point; facts: readonly Fact[]; review: Review }) {
  const t = useWords('reviews');
  const format = useFormat();
  if (point === 'plan') return <Goals of={review} />;
  if (point === 'decision') return <Decided of={review} />;
  if (facts.length === 0) return <p className={classes.soft}>{t('one.nothing')}</p>;
  return (
    <ul className={classes.facts}>
      {facts.map(({ code, params }) => {
        const { minor, currency, before, ...rest } = params;
        return (
          <li key={`${code} ${minor ?? ''}`}>
            {t(`fact.${code}`, {
              ...rest,
              before: before ?? '–',
              sum: typeof minor === 'number' ? format.money(minor, { currency: String(currency) }) : '',
            } as Record<string, string | number>)}
          </li>
        );
      })}
    </ul>
  );
}

function Goals({ of: review }: { of: Review }) {
  const t = useWords('reviews');
  if (review.goals.length === 0) return <p className={classes.soft}>{t('one.noGoals')}</p>;
  return (
    <ol className={classes.goals}>
      {review.goals.map((goal) => (
        <li key={goal}>{goal}</li>
      ))}
    </ol>
  );
}

function Decided({ of: review }: { of: Review }) {
  const t = useWords('reviews');
  if (review.decision === null) return <p className={classes.soft}>{t('one.noDecision')}</p>;
  return (
    <>
      <p>
        <strong>{t(`decision.${review.decision}`)}</strong> {review.reason}
      </p>
      <p className={classes.soft}>
        {t('one.decided')}: {review.decidedBy}{' '}
        {review.decidedAt ? <When value={review.decidedAt} style="time" /> : null}
        {review.signedAt ? (
          <>
            {' · '}
            {t('one.signed')}: {review.signedBy} <When value={review.signedAt} style="time" />
          </>
        ) : null}
      </p>
    </>
  );
}

function Said({ remarks }: { remarks: Review['remarks'] }) {
  const t = useWords('reviews');
  if (remarks.length === 0) return null;
  return (
    <ul className={classes.remarks}>
      {remarks.map((remark) => (
        <li key={remark.no} data-side={remark.side}>
          {remark.text}
          <span className={classes.soft}>
            {remark.author} ({t(`one.${remark.side}`)}), <When value={remark.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
