import { Button } from '@mantine/core';
import {
  ConfirmWithConsequence,
  Loaded,
  PageLink,
  paths,
  Section,
  toast,
  useFormat,
  useMay,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { lazy, Suspense, useState } from 'react';
import {
  dropNextStep,
  finishNextStep,
  listNextSteps,
  listPlanItems,
  listWeeklyNotes,
  readCalendar,
  type NextStep,
} from '../contract.ts';
import { AddMenu, type Added } from './AddMenu.tsx';
import { PartnerValue } from './PartnerValue.tsx';
import { WriteWeek } from './WriteWeek.tsx';
import classes from './rhythm.module.css';

/** Four forms that most visits to a card do not open. */
const AddPanel = lazy(async () => ({ default: (await import('./AddPanel.tsx')).AddPanel }));

/** On the partner's card: the last fix, open steps, what is planned together, and what was given and thanked for. */
export function PartnerRhythm({ partner }: { partner: NextStep['partner'] }) {
  const may = useMay('week.read');
  return may ? <Shown partner={partner} /> : null;
}

function Shown({ partner }: { partner: NextStep['partner'] }) {
  const t = useWords('rhythm');
  const format = useFormat();
  const mayWrite = useMay('week.write');
  const [writing, setWriting] = useState(false);
  const [adding, setAdding] = useState<Added | null>(null);
  const notes = useRead(listWeeklyNotes, { query: { partnerId: partner.id, limit: 1 } });
  const steps = useRead(listNextSteps, { query: { partnerId: partner.id, limit: 20 } });
  const plan = useRead(listPlanItems, { query: { partnerId: partner.id } });
  return (
    <>
      <Section
        title={t('card.title')}
        actions={
          <>
            <AddMenu isQuiet onAdd={setAdding} />
            {mayWrite ? <Button onClick={() => setWriting(true)}>{t('actions.writeWeek')}</Button> : null}
          </>
        }
      >
        <Loaded read={notes}>
          {({ items: [last] }) =>
            last ? (
              <p>
                <b>{t('card.fix')}:</b> {last.fix}{' '}
                <span className={classes.faint}>
                  {t('card.last', { day: format.when(last.writtenAt, 'day') })}
                </span>
              </p>
            ) : (
              <p className={classes.soft}>{t('card.never')}</p>
            )
          }
        </Loaded>
        <Loaded read={steps}>
          {({ items }) =>
            items.length > 0 ? (
              <>
                <h3 className={classes.small}>{t('card.steps')}</h3>
                <ul className={classes.lines}>
                  {items.map((step) => (
                    <Step key={step.id} step={step} mayWrite={mayWrite} />
                  ))}
                </ul>
              </>
            ) : null
          }
        </Loaded>
        <Loaded read={plan}>
          {({ items }) => {
            const ahead = items.filter(({ status }) => status !== 'done' && status !== 'dropped');
            return (
              <>
                <h3 className={classes.small}>{t('card.plan')}</h3>
                {ahead.length === 0 ? <p className={classes.soft}>{t('card.noPlan')}</p> : null}
                <ul className={classes.lines}>
                  {ahead.map((item) => (
                    <li key={item.id} className={classes.line}>
                      <span>
                        <PageLink
                          to={paths.calendar({
                            open: item.id,
                            partner: partner.id,
                            month: item.dueOn?.slice(0, 7),
                          })}
                        >
                          {item.title}
                        </PageLink>{' '}
                        <span className={classes.faint}>{t(`status.${item.status}`)}</span>
                      </span>
                      {item.dueOn ? <When value={item.dueOn} /> : null}
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Loaded>
      </Section>
      <PartnerValue partner={partner} />
      {adding ? (
        <Suspense fallback={null}>
          <AddPanel what={adding} partner={partner} onClose={() => setAdding(null)} />
        </Suspense>
      ) : null}
      {writing ? <WriteWeek partner={partner} onClose={() => setWriting(false)} /> : null}
    </>
  );
}

/** An open step, and the two ways it ends. */
export function Step({ step, mayWrite }: { step: NextStep; mayWrite: boolean }) {
  const t = useWords('rhythm');
  const format = useFormat();
  const changes = { invalidates: [listNextSteps, readCalendar] };
  const finish = useVerb(finishNextStep, changes);
  const drop = useVerb(dropNextStep, changes);
  const params = { nextStepId: step.id };
  return (
    <li className={classes.line}>
      <span>
        {step.text}{' '}
        <span className={step.isLate ? classes.warn : classes.faint}>
          {t('card.stepBy', { name: step.owner.name, day: format.when(step.dueOn) })}
        </span>
      </span>
      {mayWrite && !step.doneAt ? (
        <span className={classes.acts}>
          <Button
            size="compact-sm"
            variant="default"
            loading={finish.isPending}
            onClick={() => finish.mutate({ params }, { onSuccess: () => toast(t('plan.saved')) })}
          >
            {t('card.finish')}
          </Button>
          <ConfirmWithConsequence
            title={t('card.dropTitle')}
            consequence={t('card.dropText')}
            confirm={t('card.drop')}
            reason={t('card.dropWhy')}
            onConfirm={(reason) => drop.mutateAsync({ params, body: { reason } })}
          >
            {(ask) => (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={ask}>
                {t('card.drop')}
              </Button>
            )}
          </ConfirmWithConsequence>
        </span>
      ) : null}
    </li>
  );
}
