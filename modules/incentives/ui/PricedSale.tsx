import { useFormat, useWords } from '@mosty/ui-kit';
import type * as z from 'zod';
import type { priceExample } from '../contract.ts';
import { ExplanationSteps } from './ExplanationSteps.tsx';
import classes from './incentives.module.css';

/** What one imagined sale earns, and how it was counted, step by step. */
export function PricedSale({ priced }: { priced: z.output<typeof priceExample.answer> }) {
  const t = useWords('incentives');
  const format = useFormat();
  const { parts, feesMinor, currency } = priced;
  const sum = parts.reduce((total, part) => total + part.amountMinor, 0);
  return (
    <div aria-live="polite">
      <p className={classes.total}>{t('editor.exampleEarns', { sum: format.money(sum, { currency }) })}</p>
      {feesMinor > 0 ? (
        <p className={classes.soft}>
          {t('editor.exampleFees', { sum: format.money(feesMinor, { currency }) })}
        </p>
      ) : null}
      {parts.map((part) => (
        <ExplanationSteps key={part.kind} lines={part.explanation.lines} currency={currency} />
      ))}
    </div>
  );
}
