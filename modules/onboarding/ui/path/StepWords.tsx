import { useLanguage, useWords } from '@mosty/ui-kit';
import type { PathStep } from '../../contract.ts';
import classes from '../onboarding.module.css';

/** What is done, whose turn it is, by which day, and of which kinds. */
export function StepWords({ step }: { step: PathStep }) {
  const t = useWords('onboarding');
  const language = useLanguage();
  const told = [
    t(`side.${step.side}`),
    step.days === 0 ? t('path.atOnce') : t('path.after', { count: step.days }),
    step.kinds.length === 0
      ? t('path.ofAll')
      : step.kinds.map((kind) => t(`agreements:kind.${kind}`)).join(', '),
    ...(step.questions.length > 0 ? [t('path.test', { count: step.questions.length })] : []),
  ];
  return (
    <div>
      {step[language].title}
      <span className={classes.soft}>{step[language].what}</span>
      <span className={classes.soft}>{told.join(' · ')}</span>
    </div>
  );
}
