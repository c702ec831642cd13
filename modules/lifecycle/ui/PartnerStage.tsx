import { Button } from '@mantine/core';
import {
  Act,
  Badge,
  LinesSkeleton,
  Loaded,
  PageLink,
  paths,
  Section,
  Sentence,
  Timeline,
  useMay,
  useRead,
  useWords,
  When,
  type AnswerOf,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { readPartnerStage } from '../contract.ts';
import { ChangePath } from './ChangePath.tsx';
import { EnterConveyor } from './EnterConveyor.tsx';
import { GatePanel } from './GatePanel.tsx';
import { StageLimits } from './StageLimits.tsx';
import { ASIDE, toneOf } from './stages-shown.ts';
import { TakeOver } from './TakeOver.tsx';
import classes from './lifecycle.module.css';

type Answer = AnswerOf<typeof readPartnerStage>;

/** Its way to the first result is planned and walked on a page of its own. */
const ON_THE_WAY: ReadonlySet<string> = new Set(['agreed', 'launch', 'pilot']);

/** «Этап» on the card of a partner: where it stands, what the next gate misses, and how it came here. */
export function PartnerStage({ partnerId }: { partnerId: string }) {
  const t = useWords('lifecycle');
  const may = useMay('lifecycle.read');
  const read = useRead(
    readPartnerStage,
    { params: { partnerId: partnerId as never } },
    { keep: false, enabled: may },
  );
  if (!may) return null;
  return (
    <Section title={t('stage.title')}>
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {(answer) => <Stage partnerId={partnerId} answer={answer} />}
      </Loaded>
    </Section>
  );
}

function Stage({ partnerId, answer }: { partnerId: string; answer: Answer }) {
  const t = useWords('lifecycle');
  const [open, setOpen] = useState<'gate' | 'enter' | 'takeOver' | 'path' | null>(null);
  const { standing, gates, can } = answer;
  const close = () => setOpen(null);
  const next = gates.find(({ to }) => !ASIDE.has(to));
  return (
    <>
      {standing ? (
        <div>
          <p className={classes.now}>
            <Badge tone={toneOf(standing.stage)}>{t(`stage.${standing.stage}`)}</Badge>{' '}
            <span>
              {t('days', { count: standing.days })}
              {standing.norm === null ? '' : `, ${t('board.norm', { count: standing.norm })}`}
              {' · '}
              {t(`path.${standing.path}`)}
            </span>
          </p>
          {standing.returnOn ? (
            <p className={classes.soft}>
              {t('board.returns')} <When value={standing.returnOn} />
            </p>
          ) : null}
          {standing.takenOver ? <p className={classes.soft}>{t('takenOver')}</p> : null}
          {next ? (
            <p className={classes.soft}>
              <Sentence
                text={
                  next.missing > 0
                    ? t('board.misses', { count: next.missing, stage: t(`stage.${next.to}`) })
                    : t('board.ready', { stage: t(`stage.${next.to}`) })
                }
              />
            </p>
          ) : null}
        </div>
      ) : (
        <p className={classes.soft}>{t('stage.outsideText')}</p>
      )}
      {answer.limit ? (
        <StageLimits partnerId={partnerId} limit={answer.limit} canLift={can['liftLimits']} />
      ) : null}
      {standing?.stage === 'leaving' || standing?.stage === 'ended' ? (
        <p>
          <PageLink to={paths.partnerExit({ partnerId })}>{t('stage.exit')}</PageLink>
        </p>
      ) : null}
      <div className={classes.acts}>
        {standing ? (
          <Button variant="default" onClick={() => setOpen('gate')}>
            {t('gate.open')}
          </Button>
        ) : (
          <Act variant="default" can={can['enter']} onClick={() => setOpen('enter')}>
            {t('enter.open')}
          </Act>
        )}
        {can['changePath'] === true ? (
          <Button variant="subtle" color="gray" onClick={() => setOpen('path')}>
            {t('changePath.open')}
          </Button>
        ) : null}
        {standing && ON_THE_WAY.has(standing.stage) ? (
          <PageLink to={paths.launch({ partnerId })}>{t('stage.theWay')}</PageLink>
        ) : null}
        {standing?.stage === 'pilot' ? <PageLink to={paths.pilots()}>{t('stage.pilots')}</PageLink> : null}
        {can['takeOver'] === true ? (
          <Button variant="subtle" color="gray" onClick={() => setOpen('takeOver')}>
            {t('takeOver.open')}
          </Button>
        ) : null}
      </div>
      {answer.history.length > 0 ? <History answer={answer} /> : null}
      {open === 'gate' ? <GatePanel partnerId={partnerId} to="" onClose={close} /> : null}
      {open === 'enter' ? <EnterConveyor partnerId={partnerId} onClose={close} /> : null}
      {open === 'path' && standing ? (
        <ChangePath partnerId={partnerId} path={standing.path} onClose={close} />
      ) : null}
      {open === 'takeOver' ? <TakeOver partnerId={partnerId} onClose={close} /> : null}
    </>
  );
}

function History({ answer }: { answer: Answer }) {
  const t = useWords('lifecycle');
  return (
    <details className={classes.history}>
      <summary>{t('stage.history', { count: answer.history.length })}</summary>
      <Timeline
        items={answer.history.map((one) => ({
          id: String(one.no),
          at: one.at,
          title:
            one.from === one.to
              ? t('stage.pathChanged', { path: t(`path.${one.path}`) })
              : t(`stage.${one.to}`),
          note: [
            one.takenOver ? t('takenOverShort') : null,
            one.reasonCode ? t(`reason.${one.reasonCode}`) : null,
            one.by,
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </details>
  );
}
