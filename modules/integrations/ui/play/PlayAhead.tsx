import { Section, useWords } from '@mosty/ui-kit';
import { PlayStep } from './PlayStep.tsx';
import { STEPS } from './steps.ts';
import classes from './play.module.css';

/** Before it is played: what each step will be. */
export function PlayAhead() {
  const t = useWords('integrations');
  return (
    <Section title={t('play.whatWill')}>
      <ol className={classes.stage}>
        {STEPS.map((step) => (
          <PlayStep key={step} step={step} says={t(`play.how.${step}`)} />
        ))}
      </ol>
    </Section>
  );
}
