import { Button } from '@mantine/core';
import { ConfirmWithConsequence, toast, useVerb, useWords, type AnswerOf } from '@mosty/ui-kit';
import { liftLimits, readPartnerStage } from '../contract.ts';
import { useLimitLines, type LimitShown } from './limit-lines.ts';
import classes from './lifecycle.module.css';

interface Props {
  readonly partnerId: string;
  readonly limit: LimitShown;
  readonly canLift: AnswerOf<typeof readPartnerStage>['can'][string] | undefined;
}

/** «Пока пилот: не больше …» on the card of a partner; who has looked lifts what is lifted by looking. */
export function StageLimits({ partnerId, limit, canLift }: Props) {
  const t = useWords('lifecycle');
  const lines = useLimitLines('now')(limit);
  const verb = useVerb(liftLimits, { invalidates: [readPartnerStage] });
  if (lines.length === 0) return null;
  return (
    <div className={classes.soft}>
      <p>{t('limits.now', { because: limit.because.map((one) => t(`limits.because.${one}`)).join(', ') })}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {canLift === true ? (
        <ConfirmWithConsequence
          title={t('limits.liftTitle')}
          consequence={t('limits.liftText')}
          confirm={t('limits.lift')}
          reason={t('limits.liftReason')}
          onConfirm={async (reason) => {
            await verb.mutateAsync({ params: { partnerId: partnerId as never }, body: { reason } });
            toast(t('limits.lifted'));
          }}
        >
          {(ask) => (
            <Button variant="default" size="compact-sm" onClick={ask}>
              {t('limits.lift')}
            </Button>
          )}
        </ConfirmWithConsequence>
      ) : null}
    </div>
  );
}
