import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, SidePanel, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { readScenario, recordEffect, type Scenario, type ScenarioDeal } from '../contract.ts';

/** What became better at the client, in the client's words, and how we know. */
export function RecordEffect({
  scenario,
  deal,
  onClose,
}: {
  scenario: Scenario;
  deal: ScenarioDeal;
  onClose: () => void;
}) {
  const t = useWords('scenarios');
  const today = useToday();
  const verb = useVerb(recordEffect, { invalidates: [readScenario] });
  const form = useForm({
    initialValues: {
      effect: deal.effect ?? '',
      evidence: deal.evidence ?? '',
      measuredOn: deal.measuredOn ?? (today as string),
    },
    validate: {
      effect: (value) => (value.trim() ? null : t('effectForm.needEffect')),
      evidence: (value) => (value.trim() ? null : t('effectForm.needEvidence')),
    },
  });
  async function send(body: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { scenarioId: scenario.id, dealId: deal.dealId }, body });
    toast(t('effectForm.done'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('effectForm.title')}>
      <FormShell
        form={form}
        submit={t('effectForm.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea
          label={t('effectForm.effect')}
          description={t('effectForm.effectNote')}
          autosize
          minRows={3}
          required
          {...form.getInputProps('effect')}
        />
        <Textarea
          label={t('effectForm.evidence')}
          description={t('effectForm.evidenceNote')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('evidence')}
        />
        <DayInput label={t('effectForm.day')} required {...form.getInputProps('measuredOn')} />
      </FormShell>
    </SidePanel>
  );
}
