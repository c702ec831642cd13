import { useFormat, useWords } from '@mosty/ui-kit';
import type { Sharing } from '../contract.ts';
import { sharesOfExample } from './example.ts';
import classes from './attribution.module.css';

/** Four touches shared as the rule would share them now: by the engine itself. */
export function ModelExample({ sharing, windowDays }: { sharing: Sharing; windowDays: number }) {
  const t = useWords('attribution');
  const format = useFormat();
  const shares = sharesOfExample(sharing, windowDays);
  return (
    <p className={classes.small} aria-live="polite">
      {t('rules.example', { touches: 4 })}:{' '}
      {shares
        .map(({ who, sharePpm }) =>
          t('rules.exampleShare', { who: t(`rules.who.${who}`), share: format.percent(sharePpm) }),
        )
        .join('; ')}
      .
    </p>
  );
}
