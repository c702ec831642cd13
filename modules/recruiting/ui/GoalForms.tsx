import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, useWords } from '@mosty/ui-kit';
import { GAINS, GOAL_KINDS, setGoal, settleGoal, type AllianceGoal, type Check } from '../contract.ts';
import { useCheckVerb } from './check-verb.ts';

export function GoalForm({ check, onDone }: { check: Check; onDone: () => void }) {
  const t = useWords('recruiting');
  const verb = useCheckVerb(setGoal, onDone);
  const need = (value: string) => (value.trim() ? null : t('check.needed'));
  const form = useForm<Pick<AllianceGoal, 'kind' | 'gain' | 'aim' | 'proof' | 'reviewOn'>>({
    initialValues: { kind: 'product_or_event', gain: 'influence', aim: '', proof: '', reviewOn: '' },
    validate: { aim: need, proof: need, reviewOn: need },
  });
  return (
    <FormShell
      form={form}
      submit={t('goal.set')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={(body) => verb.mutateAsync({ params: { partnerId: check.partner.id }, body })}
    >
      <TextInput label={t('goal.aim')} required {...form.getInputProps('aim')} />
      <Select
        label={t('goal.kindOf')}
        allowDeselect={false}
        data={GOAL_KINDS.map((value) => ({ value, label: t(`goal.kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Select
        label={t('goal.gainOf')}
        allowDeselect={false}
        data={GAINS.map((value) => ({ value, label: t(`goal.gain.${value}`) }))}
        {...form.getInputProps('gain')}
      />
      <Textarea
        label={t('goal.proof')}
        description={t('goal.proofNote')}
        autosize
        minRows={2}
        required
        {...form.getInputProps('proof')}
      />
      <DayInput label={t('goal.reviewOn')} required {...form.getInputProps('reviewOn')} />
    </FormShell>
  );
}

export function OutcomeForm({ goalId, onDone }: { goalId: string; onDone: () => void }) {
  const t = useWords('recruiting');
  const verb = useCheckVerb(settleGoal, onDone);
  const form = useForm({
    initialValues: { state: 'reached', outcome: '' },
    validate: { outcome: (value) => (value.trim() ? null : t('check.needed')) },
  });
  return (
    <FormShell
      form={form}
      submit={t('check.write')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={({ state, outcome }) =>
        verb.mutateAsync({
          params: { goalId: goalId as never },
          body: { state: state === 'dropped' ? 'dropped' : 'reached', outcome },
        })
      }
    >
      <Radio.Group label={t('goal.became')} {...form.getInputProps('state')}>
        <Radio mt={8} value="reached" label={t('goal.state.reached')} />
        <Radio mt={8} value="dropped" label={t('goal.state.dropped')} />
      </Radio.Group>
      <Textarea label={t('goal.outcome')} autosize minRows={2} required {...form.getInputProps('outcome')} />
    </FormShell>
  );
}
