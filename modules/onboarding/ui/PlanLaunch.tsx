import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { KINDS, type Kind } from '@mosty/agreements/contract';
import { readPartnerStage, readPipeline } from '@mosty/lifecycle/contract';
import { DayInput, FormShell, SidePanel, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { listLaunches, planLaunch, readLaunch, type PartnerLaunch } from '../contract.ts';
import classes from './onboarding.module.css';

/** Dates the first step; the rest follows by itself. */
export function PlanLaunch({ found, onClose }: { found: PartnerLaunch; onClose: () => void }) {
  const t = useWords('onboarding');
  const today = useToday();
  const verb = useVerb(planLaunch, {
    invalidates: [readLaunch, listLaunches, readPartnerStage, readPipeline],
  });
  const form = useForm({
    initialValues: { kind: (found.kinds[0] ?? 'agent') as Kind, firstStepOn: '' },
    validate: { firstStepOn: (value) => (value ? null : t('plan.needDay')) },
  });
  async function send(body: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { partnerId: found.partner.id }, body });
    toast(t('step.saved'));
    onClose();
  }
  const kinds = found.kinds.length > 0 ? found.kinds : KINDS;
  return (
    <SidePanel opened onClose={onClose} title={t('plan.title')}>
      <p className={classes.soft}>{t('plan.note')}</p>
      <FormShell
        form={form}
        submit={t('plan.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Select
          label={t('plan.kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`agreements:kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <DayInput label={t('plan.firstOn')} min={today} {...form.getInputProps('firstStepOn')} />
      </FormShell>
    </SidePanel>
  );
}
