import { useFormat, useWords } from '@mosty/ui-kit';
import type * as z from 'zod';
import type { countedExampleSchema } from '../contract.ts';
import { PricedSale } from './PricedSale.tsx';
import { TermsLines } from './TermsInWords.tsx';
import classes from './incentives.module.css';

/** How a scheme counts money, for a reader who is nobody here yet: the terms in words, then one sale counted by them. */
export function SchemeCounted({ counted }: { counted: z.output<typeof countedExampleSchema> }) {
  const t = useWords('incentives');
  const { terms, currency, saleMinor } = counted;
  return (
    <>
      <TermsLines terms={terms} currency={currency} />
      <h3 className={classes.spaced}>
        {t('editor.exampleOf', { sum: useFormat().money(saleMinor, { currency }) })}
      </h3>
      <PricedSale priced={counted} />
    </>
  );
}
