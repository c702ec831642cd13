import { useFormat, useWords } from '@mosty/ui-kit';
import type { PayoutPolicyShown } from '../contract.ts';
import { PAYER } from './payer.ts';
import classes from './payouts.module.css';

/** The same policy for those who do not change it: what holds, and who to ask. */
export function PolicyFacts({ policy }: { policy: PayoutPolicyShown }) {
  const t = useWords('payouts');
  const format = useFormat();
  const { payer, secondApproverAboveMinor: above } = policy;
  const facts: readonly (readonly [string, string])[] = [
    [t('policy.payDay'), String(policy.payDay)],
    [t('policy.silenceDays'), String(policy.silenceDays)],
    [t('policy.secondSaid'), above === null ? t('policy.noSecond') : format.money(above)],
    [t('policy.requisites'), t(`policy.requisitesOf.${policy.requisites}`)],
    ...(payer === null ? [[t('policy.payer'), t('policy.noPayer')] as const] : []),
    ...PAYER.flatMap((name) => (payer?.[name] ? [[t(`policy.${name}`), payer[name]] as const] : [])),
  ];
  return (
    <>
      <p className={classes.said}>{t('policy.ownerChanges')}</p>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
