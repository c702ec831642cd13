import { Button } from '@mantine/core';
import { Answer, PageLink, paths, RefusalNotice, useRead, useWords } from '@mosty/ui-kit';
import {
  decideClass,
  getReferralCapacity,
  type ClassAnswers,
  type ClassDecision,
  type ClassReason,
  type ReportingClass,
} from '../contract.ts';
import classes from './agreements.module.css';

interface Props {
  readonly partnerId: string;
  readonly answers: ClassAnswers | null;
  readonly onChoose: (of: ReportingClass, decision: ClassDecision) => void;
}

const UNASKED: ClassAnswers = {
  experience: 'none',
  readyToTell: false,
  bringsClients: false,
  jointGoals: [],
  answerable: 'nobody',
};

/** The class, or «пока это контакт», with its reasons and what would change it. */
export function ClassVerdict({ partnerId, answers, onChoose }: Props) {
  const t = useWords('agreements');
  const read = useRead(decideClass, { body: answers ?? UNASKED }, { enabled: answers !== null });
  const decision = answers === null ? undefined : read.data;
  const refers = decision ? [decision.outcome, ...decision.also].includes('referral') : false;
  const capacity = useRead(getReferralCapacity, {}, { enabled: refers });
  if (answers === null) return <p className={classes.soft}>{t('wizard.waiting')}</p>;
  if (read.error) return <RefusalNotice refusal={read.error} />;
  if (!decision) return null;
  const open: ReportingClass[] = decision.outcome === 'contact' ? [] : [decision.outcome, ...decision.also];
  const names = decision.also.map((one) => t(`kit:class.${one}`).toLowerCase()).join(', ');
  return (
    <div className={classes.decision} aria-live="polite">
      <Answer tone={decision.outcome === 'contact' || decision.needsHead ? 'warn' : 'plain'}>
        {t(`wizard.outcome.${decision.outcome}`)}
      </Answer>
      <Reasons items={decision.reasons} />
      {names ? <p>{t('wizard.also', { classes: names })}</p> : null}
      {decision.needsHead ? <p>{t('wizard.needsHead')}</p> : null}
      {capacity.data ? <p className={classes.soft}>{t('wizard.capacity', { ...capacity.data })}</p> : null}
      {decision.missing.length > 0 ? (
        <div>
          <h3 style={{ marginBottom: 8 }}>{t('wizard.change')}</h3>
          <Reasons items={decision.missing} />
        </div>
      ) : null}
      <div className={classes.actions}>
        {open.map((of, place) => (
          <Button
            key={of}
            variant={place === 0 ? 'filled' : 'default'}
            onClick={() => onChoose(of, decision)}
          >
            {t('wizard.open', { class: t(`kit:class.${of}`) })}
          </Button>
        ))}
        {open.length === 0 ? (
          <PageLink to={paths.partner({ partnerId })}>{t('wizard.toPartner')}</PageLink>
        ) : null}
      </div>
    </div>
  );
}

function Reasons({ items }: { items: readonly ClassReason[] }) {
  const t = useWords('agreements');
  return (
    <ul className={classes.reasons}>
      {items.map(({ code, requirement }) => (
        <li key={code}>
          {t(`reason.${code}`)} <span className={classes.rule}>{t('wizard.rule', { requirement })}</span>
        </li>
      ))}
    </ul>
  );
}
