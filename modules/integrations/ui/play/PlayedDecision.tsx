import { useReason } from '@mosty/attribution/parts';
import { Badge, paths, useFormat, useWords } from '@mosty/ui-kit';
import type { Play } from '../PlayScreen.tsx';
import { PlayStep } from './PlayStep.tsx';
import classes from './play.module.css';

/** Who brought, what every rule said on the way there, and who was left out. */
export function PlayedDecision({ saleId, decision }: { saleId: string; decision: Play['decision'] }) {
  const t = useWords('integrations');
  const who = useWords('attribution');
  const reason = useReason();
  const { percent } = useFormat();
  const credited = decision.participants.map(({ partnerName, sharePpm }) =>
    t('play.said.credited', { partner: partnerName ?? '', share: percent(sharePpm) }),
  );
  return (
    <PlayStep
      step="decision"
      says={credited.length > 0 ? credited.join(' ') : t('play.said.direct')}
      to={paths.whoBrought({ saleId })}
    >
      <p>{t('play.why.decision', { policy: decision.policyNumber })}</p>
      <ol className={classes.rules}>
        {decision.steps.map((step) => (
          <li key={step.rule}>
            <span className={classes.rule}>
              <b>{who(`rule.${step.rule}`)}</b>
              <Badge tone={step.said === 'decided' ? 'accent' : 'faint'}>{who(`said.${step.said}`)}</Badge>
            </span>
            {reason(step.reason)}
          </li>
        ))}
      </ol>
      {decision.lost.length > 0 ? (
        <>
          <p>{t('play.lost')}</p>
          <ul className={classes.rules}>
            {decision.lost.map((one) => (
              <li key={`${one.partnerId} ${one.rule}`}>
                <b>{one.partnerName}</b>. {reason(one.reason)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </PlayStep>
  );
}
