import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useLanguage, useVerb, useWords } from '@mosty/ui-kit';
import {
  listLaunches,
  markStep,
  readDropOff,
  readLaunch,
  type Launch,
  type LaunchStep,
} from '../contract.ts';
import classes from './onboarding.module.css';

interface Props {
  readonly partnerId: Launch['partner']['id'];
  readonly step: LaunchStep;
  readonly onClose: () => void;
}

/** Done is told with what shows it. */
export function StepDone({ partnerId, step, onClose }: Props) {
  const t = useWords('onboarding');
  const language = useLanguage();
  const verb = useVerb(markStep, { invalidates: [readLaunch, listLaunches, readDropOff] });
  const form = useForm({
    initialValues: { proof: '' },
    validate: { proof: (value) => (value.trim() ? null : t('step.needProof')) },
  });
  async function send({ proof }: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { partnerId, code: step.code }, body: { mark: 'done', proof } });
    toast(t('step.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={step[language].title}>
      <p className={classes.soft}>{step[language].what}</p>
      <FormShell
        form={form}
        submit={t('step.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea
          label={t('step.proof')}
          description={t('step.proofNote')}
          autosize
          minRows={3}
          maxLength={2000}
          {...form.getInputProps('proof')}
        />
      </FormShell>
    </SidePanel>
  );
}
