import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, SidePanel, toast, useLanguage, useVerb, useWords } from '@mosty/ui-kit';
import { changeStep, listLaunches, readLaunch, type LaunchStep, type PartnerLaunch } from '../contract.ts';

interface Props {
  readonly found: PartnerLaunch;
  readonly step: LaunchStep;
  readonly onClose: () => void;
}

/** Another day, or the person who knows this part. */
export function ChangeStep({ found, step, onClose }: Props) {
  const t = useWords('onboarding');
  const language = useLanguage();
  const verb = useVerb(changeStep, { invalidates: [readLaunch, listLaunches] });
  const form = useForm({
    initialValues: { dueOn: step.dueOn, owner: step.owner?.id ?? '' },
    validate: { dueOn: (value) => (value ? null : t('plan.needDay')) },
  });
  async function send({ dueOn, owner }: typeof form.values): Promise<void> {
    const face = found.faces.find(({ id }) => id === owner);
    await verb.mutateAsync({
      params: { partnerId: found.partner.id, code: step.code },
      body: { dueOn, ownerFaceId: face?.id ?? null },
    });
    toast(t('step.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={step[language].title}>
      <FormShell
        form={form}
        submit={t('step.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <DayInput label={t('step.due')} {...form.getInputProps('dueOn')} />
        <Select
          label={t('step.owner')}
          placeholder={t('step.nobody')}
          clearable
          data={found.faces
            .filter(({ side }) => side === step.side)
            .map(({ id, name }) => ({ value: id as string, label: name }))}
          {...form.getInputProps('owner')}
        />
      </FormShell>
    </SidePanel>
  );
}
