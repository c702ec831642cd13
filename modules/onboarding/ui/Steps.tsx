import { Button } from '@mantine/core';
import { Badge, ConfirmWithConsequence, toast, useLanguage, useVerb, useWords, When } from '@mosty/ui-kit';
import { listLaunches, markStep, PARTS, readLaunch, type Launch, type LaunchStep } from '../contract.ts';
import classes from './onboarding.module.css';

interface Props {
  readonly partnerId: Launch['partner']['id'];
  readonly launch: Launch;
  readonly onAct: (act: 'done' | 'test' | 'change', code: string) => void;
}

/** The way in five groups (S3.40): opened is shown apart from done (S3.39). */
export function Steps({ partnerId, launch, onAct }: Props) {
  const t = useWords('onboarding');
  const language = useLanguage();
  return PARTS.map((part) => {
    const own = launch.plan.filter((step) => step.part === part);
    if (own.length === 0) return null;
    return (
      <div key={part}>
        <h3 className={classes.part}>{t(`part.${part}`)}</h3>
        <ul className={classes.steps}>
          {own.map((step) => (
            <li key={step.code}>
              <div>
                {step[language].title} <Mark step={step} />
                <span className={classes.soft}>{step[language].what}</span>
                {step.proof ? <span className={classes.soft}>{step.proof}</span> : null}
                <span className={step.isLate ? `${classes.soft} ${classes.late}` : classes.soft}>
                  {t(`side.${step.side}`)}
                  {step.owner ? ` · ${step.owner.name}` : null} · {t('step.by')} <When value={step.dueOn} />
                </span>
              </div>
              <div className={classes.stepActs}>
                {step.can.mark && !step.doneAt ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => onAct(step.questions.length > 0 ? 'test' : 'done', step.code)}
                  >
                    {t(step.questions.length > 0 ? 'step.test' : 'step.markDone')}
                  </Button>
                ) : null}
                {step.can.change ? (
                  step.doneAt ? (
                    <Undo partnerId={partnerId} code={step.code} />
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      onClick={() => onAct('change', step.code)}
                    >
                      {t('step.change')}
                    </Button>
                  )
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function Mark({ step }: { step: LaunchStep }) {
  const t = useWords('onboarding');
  if (step.doneAt) return <Badge tone="accent">{t('step.done')}</Badge>;
  if (step.attempt)
    return (
      <Badge tone="warn">
        {t('step.tried', { right: step.attempt.rightCount, all: step.attempt.askedCount })}
      </Badge>
    );
  if (step.isLate) return <Badge tone="warn">{t('step.late')}</Badge>;
  return step.openedAt ? <Badge tone="plain">{t('step.opened')}</Badge> : null;
}

function Undo({ partnerId, code }: { partnerId: Launch['partner']['id']; code: string }) {
  const t = useWords('onboarding');
  const verb = useVerb(markStep, {
    invalidates: [readLaunch, listLaunches],
    onDone: () => toast(t('step.saved')),
  });
  return (
    <ConfirmWithConsequence
      title={t('step.undoTitle')}
      consequence={t('step.undoText')}
      confirm={t('step.undo')}
      reason={t('step.undoWhy')}
      onConfirm={(reason) =>
        verb.mutateAsync({ params: { partnerId, code }, body: { mark: 'undone', reason } })
      }
    >
      {(ask) => (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={ask}>
          {t('step.undo')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
