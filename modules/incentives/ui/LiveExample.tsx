import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  LinesSkeleton,
  readAmount,
  RefusalNotice,
  Section,
  useFormat,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { priceExample, type Terms } from '../contract.ts';
import { PricedSale } from './PricedSale.tsx';
import { TermsInWords } from './TermsInWords.tsx';
import classes from './incentives.module.css';

/** What the terms being written mean: in sentences, and on one sale priced by the very rules that will price real ones. */
export function LiveExample({ terms, currency }: { terms: Terms | null; currency: string }) {
  const t = useWords('incentives');
  const sign = useFormat().sign(currency);
  const [typed, setTyped] = useState('50 000');
  const amountMinor = readAmount(typed, currency);
  const [asked] = useDebouncedValue(terms, 300);
  return (
    <>
      <Section title={t('scheme.terms')}>
        {terms ? <TermsInWords terms={terms} /> : <p className={classes.soft}>{t('editor.exampleWaits')}</p>}
      </Section>
      <Section title={t('editor.example')}>
        <TextInput
          label={t('editor.exampleSale', { currency: sign })}
          inputMode="decimal"
          value={typed}
          error={amountMinor === null ? t('editor.wrong') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
          mb={16}
        />
        {asked && amountMinor !== null && amountMinor >= 0 ? (
          <Priced terms={asked} currency={currency} amountMinor={amountMinor} />
        ) : (
          <p className={classes.soft}>{t('editor.exampleWaits')}</p>
        )}
      </Section>
    </>
  );
}

function Priced({ terms, currency, amountMinor }: { terms: Terms; currency: string; amountMinor: number }) {
  const read = useRead(priceExample, { body: { terms, currency, amountMinor } });
  if (read.error) return <RefusalNotice refusal={read.error} onRetry={() => void read.refetch()} />;
  return read.data ? <PricedSale priced={read.data} /> : <LinesSkeleton lines={4} />;
}
