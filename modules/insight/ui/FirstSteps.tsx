import { PageLink, paths, useMay, useWords, type AnswerOf } from '@mosty/ui-kit';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { FirstStep, readFirstSteps } from '../contract.ts';
import classes from './first-steps.module.css';

type Step = AnswerOf<typeof readFirstSteps>['steps'][number];

const PAGES: Readonly<Record<FirstStep, string>> = {
  company: paths.company(),
  scheme: paths.rewards(),
  partners: paths.imports({ kind: 'partners' }),
  clients: paths.imports({ kind: 'clients' }),
  sales: paths.imports({ kind: 'sales' }),
  accrual: paths.accruals(),
};

/** One list from nothing to the first accrual. What is behind stays readable; the next one stands out. */
export function FirstSteps({ steps }: { steps: readonly Step[] }) {
  const t = useWords('insight');
  const next = steps.find(({ done }) => !done)?.step;
  const mayPlay = useMay('sale.play');
  return (
    <>
      <ol className={classes.steps} aria-label={t('first.title')}>
        {steps.map(({ step, done }) => (
          <li
            key={step}
            className={classes.step}
            data-done={done || undefined}
            data-next={step === next || undefined}
          >
            {done ? (
              <IconCircleCheckFilled size={20} aria-hidden />
            ) : (
              <IconCircle size={20} stroke={1.6} aria-hidden />
            )}
            <div>
              <PageLink to={PAGES[step]} look={done ? 'quiet' : 'link'}>
                {t(`first.step.${step}`)}
              </PageLink>
              <p className={classes.why}>{t(done ? `first.done.${step}` : `first.why.${step}`)}</p>
            </div>
          </li>
        ))}
      </ol>
      {mayPlay ? (
        <p className={classes.after}>
          <PageLink to={paths.play()}>{t('first.play')}</PageLink>
        </p>
      ) : null}
    </>
  );
}
