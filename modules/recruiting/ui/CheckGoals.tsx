import { Act, Badge, Section, useWords, When } from '@mosty/ui-kit';
import type { AllianceGoal, Check } from '../contract.ts';
import type { Panel } from './CheckPanel.tsx';
import classes from './check.module.css';

/** Common goals of two companies (S2.21): influence first, money when there is any, a day on which both look again. */
export function CheckGoals({ check, open }: { check: Check; open: (panel: Panel) => void }) {
  const t = useWords('recruiting');
  const can = check.can['write'];
  if (check.goals.length === 0 && check.path !== 'alliance') return null;
  return (
    <Section
      title={t('goal.title')}
      note={t('goal.note')}
      actions={
        <Act variant="default" can={can} onClick={() => open({ form: 'goal' })}>
          {t('goal.set')}
        </Act>
      }
    >
      {check.goals.length === 0 ? <p className={classes.soft}>{t('goal.empty')}</p> : null}
      {check.goals.map((goal) => (
        <Goal key={goal.id} goal={goal} can={can} open={open} />
      ))}
    </Section>
  );
}

function Goal({
  goal,
  can,
  open,
}: {
  goal: AllianceGoal;
  can: Check['can'][string] | undefined;
  open: (panel: Panel) => void;
}) {
  const t = useWords('recruiting');
  return (
    <article className={classes.subject}>
      <header className={classes.subjectHead}>
        <h3>{goal.aim}</h3>
        <Badge tone={goal.isOverdue ? 'warn' : goal.state === 'reached' ? 'accent' : 'plain'}>
          {t(`goal.state.${goal.state}`)}
        </Badge>
      </header>
      <p className={classes.soft}>
        {t(`goal.kind.${goal.kind}`)} · {t(`goal.gain.${goal.gain}`)} · {t('goal.review')}{' '}
        <When value={goal.reviewOn} />
      </p>
      <p>{t('goal.proofIs', { proof: goal.proof })}</p>
      {goal.outcome ? <p>{goal.outcome}</p> : null}
      {goal.state === 'open' ? (
        <div className={classes.acts}>
          <Act
            variant="default"
            can={can}
            onClick={() => open({ form: 'outcome', goalId: goal.id, aim: goal.aim })}
          >
            {t('goal.settle')}
          </Act>
        </div>
      ) : null}
    </article>
  );
}
