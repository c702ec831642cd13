import { Act, Section, useFormat, useWords } from '@mosty/ui-kit';
import type { Flag, Incident } from '../contract/flags.ts';
import type { FlagAct } from './FlagActs.tsx';
import classes from './flags.module.css';

/** What broke, how to fix it, who answers, by when: without these four it does not end (S0.65). */
export function IncidentBlock({
  flag,
  incident,
  onAct,
}: {
  flag: Flag;
  incident: Incident;
  onAct: (act: FlagAct) => void;
}) {
  const t = useWords('integrity');
  const format = useFormat();
  const { closedAt, fixedOn, verifiedHow, isLate } = incident;
  return (
    <Section
      title={t('incident.title')}
      note={
        closedAt && fixedOn
          ? t('incident.closed', { day: format.when(fixedOn), how: verifiedHow ?? '' })
          : isLate
            ? t('incident.late')
            : undefined
      }
      actions={
        closedAt ? null : (
          <div className={classes.acts}>
            <Act can={flag.can['answer']} variant="default" onClick={() => onAct('answers')}>
              {t('incident.answer')}
            </Act>
            <Act can={flag.can['close']} onClick={() => onAct('close')}>
              {t('incident.close')}
            </Act>
          </div>
        )
      }
    >
      <dl className={classes.facts}>
        {(['whatBroke', 'howFixed', 'whoAnswers'] as const).map((answer) => (
          <Answer key={answer} label={t(`incident.${answer}`)} value={incident[answer]} />
        ))}
        <Answer label={t('incident.dueOn')} value={incident.dueOn && format.when(incident.dueOn)} />
      </dl>
    </Section>
  );
}

function Answer({ label, value }: { label: string; value: string | null }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value ?? '–'}</dd>
    </>
  );
}
