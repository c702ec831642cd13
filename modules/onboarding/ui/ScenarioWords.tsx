import { useWords } from '@mosty/ui-kit';
import type { Launch } from '../contract.ts';
import classes from './onboarding.module.css';

/** To whom, when and in what words (S3.5). */
export function ScenarioWords({ of }: { of: NonNullable<Launch['scenario']> }) {
  const t = useWords('onboarding');
  const lines = [
    [t('card.whom'), of.audience],
    [t('card.when'), of.moment],
    [t('card.say'), of.words],
  ] as const;
  return (
    <dl className={classes.words}>
      {lines.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
