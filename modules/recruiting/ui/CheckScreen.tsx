import {
  Badge,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Sentence,
  useParam,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { readCheck, type Check } from '../contract.ts';
import { CheckApproach } from './CheckApproach.tsx';
import { CheckGoals } from './CheckGoals.tsx';
import { CheckPanel, type Panel } from './CheckPanel.tsx';
import { CheckProfile } from './CheckProfile.tsx';
import { CheckSubject } from './CheckSubject.tsx';
import classes from './check.module.css';

/** «Проверка»: four criteria and three wins, what each rests on and what blocks (S0.41–S0.48). */
export default function CheckScreen() {
  const partnerId = useParam('partnerId');
  const read = useRead(readCheck, { params: { partnerId: partnerId as never } });
  const [panel, setPanel] = useState<Panel | null>(null);
  return (
    <Loaded read={read}>
      {(check) => (
        <>
          <Heading check={check} />
          {check.path === 'alliance' ? <CheckGoals check={check} open={setPanel} /> : null}
          <CheckApproach check={check} open={setPanel} />
          <Subjects check={check} of="criteria" open={setPanel} />
          <Subjects check={check} of="wins" open={setPanel} />
          <CheckProfile check={check} />
          {check.path === 'alliance' ? null : <CheckGoals check={check} open={setPanel} />}
          {panel ? <CheckPanel check={check} panel={panel} onClose={() => setPanel(null)} /> : null}
        </>
      )}
    </Loaded>
  );
}

function Heading({ check }: { check: Check }) {
  const t = useWords('recruiting');
  const params = { partnerId: check.partner.id };
  const said =
    check.stopped > 0 ? 'check.answerStop' : check.passed === 7 ? 'check.answerAll' : 'check.answer';
  return (
    <PageHeading
      above={<PageLink to={paths.partner(params)}>{check.partner.name}</PageLink>}
      title={t('check.title')}
      answer={<Sentence text={t(said, { passed: check.passed, count: check.stopped })} parts={{}} />}
      actions={
        check.stage ? (
          <Badge>{t(`lifecycle:stage.${check.stage}`)}</Badge>
        ) : (
          <Badge tone="faint">{t('check.outside')}</Badge>
        )
      }
    />
  );
}

function Subjects({
  check,
  of,
  open,
}: {
  check: Check;
  of: 'criteria' | 'wins';
  open: (panel: Panel) => void;
}) {
  const t = useWords('recruiting');
  return (
    <section className={classes.group} aria-label={t(`check.${of}`)}>
      <h2>{t(`check.${of}`)}</h2>
      <p className={classes.soft}>{t(`check.${of}Note`)}</p>
      {of === 'criteria'
        ? check.criteria.map((one) => (
            <CheckSubject key={one.criterion} check={check} subject={one.criterion} found={one} open={open} />
          ))
        : check.wins.map((one) => (
            <CheckSubject key={one.win} check={check} subject={one.win} found={one} open={open} />
          ))}
    </section>
  );
}
