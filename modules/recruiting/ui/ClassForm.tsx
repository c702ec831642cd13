import { Checkbox, Radio } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ClassAnswers } from '@mosty/agreements/contract';
import { FormShell, useWords } from '@mosty/ui-kit';
import { answerClass, type Check } from '../contract.ts';
import { useCheckVerb } from './check-verb.ts';

const EXPERIENCES = ['none', 'access_only', 'paid', 'paid_with_result'] as const;
const GOALS = ['product_or_event', 'technology_or_audience', 'brand', 'new_market'] as const;
const ANSWERABLES = ['nobody', 'people_named', 'people_and_terms'] as const;

/** The five questions of the class (S2.40), in the words of the wizard that opens an agreement; here they are kept. */
export function ClassForm({ check, onDone }: { check: Check; onDone: () => void }) {
  const t = useWords('recruiting');
  const w = useWords('agreements');
  const verb = useCheckVerb(answerClass, onDone);
  const before = check.classDecision?.answers;
  const form = useForm({
    initialValues: {
      experience: before?.experience ?? '',
      readyToTell: before ? (before.readyToTell ? 'yes' : 'no') : '',
      bringsClients: before ? (before.bringsClients ? 'yes' : 'no') : '',
      jointGoals: before?.jointGoals ?? [],
      answerable: before?.answerable ?? '',
    },
    validate: {
      experience: (value) => (value ? null : t('check.needed')),
      readyToTell: (value) => (value ? null : t('check.needed')),
      bringsClients: (value) => (value ? null : t('check.needed')),
      answerable: (value) => (value ? null : t('check.needed')),
    },
  });
  return (
    <FormShell
      form={form}
      submit={t('check.write')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={(values) =>
        verb.mutateAsync({
          params: { partnerId: check.partner.id },
          body: {
            experience: values.experience as ClassAnswers['experience'],
            readyToTell: values.readyToTell === 'yes',
            bringsClients: values.bringsClients === 'yes',
            jointGoals: GOALS.filter((goal) => values.jointGoals.includes(goal)),
            answerable: values.answerable as ClassAnswers['answerable'],
          },
        })
      }
    >
      <Radio.Group label={w('wizard.experience')} required {...form.getInputProps('experience')}>
        {EXPERIENCES.map((one) => (
          <Radio key={one} mt={8} value={one} label={w(`wizard.experiences.${one}`)} />
        ))}
      </Radio.Group>
      {(['readyToTell', 'bringsClients'] as const).map((key) => (
        <Radio.Group key={key} label={w(`wizard.${key}`)} required {...form.getInputProps(key)}>
          <Radio mt={8} value="yes" label={w('wizard.yes')} />
          <Radio mt={8} value="no" label={w('wizard.no')} />
        </Radio.Group>
      ))}
      <Checkbox.Group label={w('wizard.jointGoals')} {...form.getInputProps('jointGoals')}>
        {GOALS.map((one) => (
          <Checkbox key={one} mt={8} value={one} label={w(`wizard.goals.${one}`)} />
        ))}
      </Checkbox.Group>
      <Radio.Group label={w('wizard.answerable')} required {...form.getInputProps('answerable')}>
        {ANSWERABLES.map((one) => (
          <Radio key={one} mt={8} value={one} label={w(`wizard.answerables.${one}`)} />
        ))}
      </Radio.Group>
    </FormShell>
  );
}
