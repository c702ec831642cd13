import { useEveryWord, wordsOfRefusal, type AnswerOf } from '@mosty/ui-kit';
import type { createCodes } from '../contract.ts';
import classes from './tracking.module.css';

type Item = AnswerOf<typeof createCodes>['items'][number];

/** What would be made for one agreement, or why it would not. */
export interface MadeRow extends Pick<Item, 'agreementId' | 'partnerName' | 'refusal'> {
  readonly text: string | null;
}

export function Made({
  rows,
  labels,
}: {
  rows: readonly MadeRow[];
  labels: readonly { id: string; label: string }[];
}) {
  const t = useEveryWord('tracking');
  const names = new Map(labels.map(({ id, label }) => [id, label]));
  return (
    <div className={classes.made} aria-live="polite">
      {rows.map((row) => (
        <div key={row.agreementId} style={{ display: 'contents' }}>
          <span>{row.partnerName ?? names.get(row.agreementId)}</span>
          <span className={row.refusal ? classes.faint : undefined}>
            {row.refusal ? wordsOfRefusal(t, row.refusal).what : row.text}
          </span>
        </div>
      ))}
    </div>
  );
}
