import { ActionIcon, Button, Fieldset, Select, TextInput } from '@mantine/core';
import { useMe, useWords } from '@mosty/ui-kit';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { COMPARISONS, PILOT_METRICS, type Comparison, type PilotMetric } from '../contract.ts';
import { unitOf, usualComparison } from './criterion-target.ts';
import classes from './onboarding.module.css';

export interface CriterionFields {
  readonly key: string;
  readonly metric: PilotMetric;
  readonly comparison: Comparison;
  readonly target: string;
}

export const criterionFields = (metric: PilotMetric, target = ''): CriterionFields => ({
  key: metric,
  metric,
  comparison: usualComparison(metric),
  target,
});

interface Props {
  readonly criteria: readonly CriterionFields[];
  readonly onChange: (criteria: CriterionFields[]) => void;
  /** What is wrong with the target at this place. */
  readonly wrongAt: (place: number) => ReactNode;
}

/** What the pilot is judged by: each metric with its line, added and taken away freely until the terms are locked. */
export function CriteriaFields({ criteria, onChange, wrongAt }: Props) {
  const t = useWords('onboarding');
  const { currency } = useMe().workspace;
  const left = PILOT_METRICS.filter((metric) => criteria.every((one) => one.metric !== metric));
  const [next] = left;
  const put = (place: number, one: CriterionFields) => onChange(criteria.with(place, one));
  const unit = { count: t('form.inCount'), money: currency, share: '%' };
  return (
    <Fieldset legend={t('pilot.criteria')}>
      <p className={classes.soft}>{t('form.criteriaNote')}</p>
      {criteria.map((one, place) => (
        <div key={one.key} className={classes.criterion}>
          <Select
            label={t('pilot.criterion')}
            allowDeselect={false}
            data={PILOT_METRICS.filter((metric) => metric === one.metric || left.includes(metric)).map(
              (value) => ({ value, label: t(`metric.${value}`) }),
            )}
            value={one.metric}
            onChange={(value) => {
              const metric = PILOT_METRICS.find((known) => known === value);
              if (metric && metric !== one.metric) put(place, { ...criterionFields(metric), key: one.key });
            }}
          />
          <Select
            label={t('form.comparison')}
            allowDeselect={false}
            data={COMPARISONS.map((value) => ({ value, label: t(`at.${value}`) }))}
            value={one.comparison}
            onChange={(value) => {
              const comparison = COMPARISONS.find((known) => known === value);
              if (comparison) put(place, { ...one, comparison });
            }}
          />
          <TextInput
            label={`${t('form.target')}, ${unit[unitOf(one.metric)]}`}
            inputMode="decimal"
            value={one.target}
            error={wrongAt(place)}
            onChange={(event) => put(place, { ...one, target: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('form.removeCriterion', { name: t(`metric.${one.metric}`) })}
            disabled={criteria.length === 1}
            onClick={() => onChange(criteria.toSpliced(place, 1))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {next ? (
        <Button
          variant="default"
          mt="sm"
          onClick={() => onChange([...criteria, { ...criterionFields(next), key: `${next}-${Date.now()}` }])}
        >
          {t('form.addCriterion')}
        </Button>
      ) : null}
      <p className={classes.soft}>{t('form.marginNote')}</p>
    </Fieldset>
  );
}
