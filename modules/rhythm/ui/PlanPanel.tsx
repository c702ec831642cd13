import { Button } from '@mantine/core';
import { Badge, ConfirmWithConsequence, toast, useMay, useVerb, useWords, When } from '@mosty/ui-kit';
import { useState } from 'react';
import { listPlanItems, readCalendar, settlePlanItem, type PlanItem } from '../contract.ts';
import { PlanForm } from './PlanForm.tsx';
import classes from './rhythm.module.css';

/** One item of the joint plan: what people get of it, and what came of it. */
export function PlanPanel({ item }: { item: PlanItem }) {
  const t = useWords('rhythm');
  const mayWrite = useMay('plan.write') && item.isOurs;
  const [editing, setEditing] = useState(false);
  const settle = useVerb(settlePlanItem, {
    invalidates: [readCalendar, listPlanItems],
    onDone: () => toast(t('plan.saved')),
  });
  const end = (state: 'done' | 'dropped') => (outcome: string) =>
    settle.mutateAsync({ params: { planItemId: item.id }, body: { state, outcome } });
  const isOpen = item.status === 'draft' || item.status === 'planned' || item.status === 'missed';
  return (
    <>
      <PlanText item={item} />
      {mayWrite && isOpen ? (
        <div className={classes.acts}>
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('plan.edit')}
          </Button>
          {item.status === 'draft' ? null : (
            <ConfirmWithConsequence
              title={t('plan.doneTitle')}
              consequence={t('plan.doneText')}
              confirm={t('plan.done')}
              reason={t('plan.doneWhat')}
              onConfirm={end('done')}
            >
              {(ask) => <Button onClick={ask}>{t('plan.done')}</Button>}
            </ConfirmWithConsequence>
          )}
          <ConfirmWithConsequence
            title={t('plan.dropTitle')}
            consequence={t('plan.dropText')}
            confirm={t('plan.drop')}
            reason={t('plan.dropWhy')}
            onConfirm={end('dropped')}
          >
            {(ask) => (
              <Button variant="subtle" color="gray" onClick={ask}>
                {t('plan.drop')}
              </Button>
            )}
          </ConfirmWithConsequence>
        </div>
      ) : null}
      {editing ? <PlanForm item={item} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

/** The words of an item as both sides read them. */
export function PlanText({ item }: { item: PlanItem }) {
  const t = useWords('rhythm');
  return (
    <>
      <p className={classes.marks}>
        <Badge tone={toneOf(item.status)}>{t(`status.${item.status}`)}</Badge>
        <span className={classes.soft}>{t(`kind.${item.kind}`)}</span>
        <span className={classes.soft}>{t(`side.${item.side}`)}</span>
        {item.dueOn ? <When value={item.dueOn} /> : null}
      </p>
      {item.lacks.length > 0 ? (
        <p className={classes.warn}>{item.lacks.map((one) => t(`lacks.${one}`)).join(', ')}</p>
      ) : null}
      <dl className={classes.said}>
        {(['benefit', 'message', 'support'] as const).map((key) => (
          <div key={key}>
            <dt>{t(`plan.${key}`)}</dt>
            <dd className={item[key] ? undefined : classes.soft}>{item[key] ?? t('plan.none')}</dd>
          </div>
        ))}
        {item.outcome ? (
          <div>
            <dt>{t('plan.outcome')}</dt>
            <dd>{item.outcome}</dd>
          </div>
        ) : null}
      </dl>
    </>
  );
}

export function toneOf(status: PlanItem['status']) {
  return status === 'done'
    ? 'faint'
    : status === 'planned'
      ? 'accent'
      : status === 'missed'
        ? 'warn'
        : 'plain';
}
