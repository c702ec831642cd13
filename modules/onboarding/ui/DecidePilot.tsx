import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { readPartnerStage, readPipeline, REASONS } from '@mosty/lifecycle/contract';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import {
  decidePilot,
  listLaunches,
  listPilots,
  PILOT_VERDICTS,
  readLaunch,
  readPilot,
  type Pilot,
  type PilotVerdict,
} from '../contract.ts';
import classes from './onboarding.module.css';

const ASKED: Readonly<Record<PilotVerdict, readonly string[]>> = {
  scale: [],
  rework: REASONS.launch,
  part: REASONS.leaving,
};

/** Scale, rework once, or part with a reason: the partner goes through the gate of the verdict. */
export function DecidePilot({ pilot, onClose }: { pilot: Pilot; onClose: () => void }) {
  const t = useWords('onboarding');
  const verb = useVerb(decidePilot, {
    invalidates: [readPilot, listPilots, readLaunch, listLaunches, readPartnerStage, readPipeline],
  });
  const form = useForm({
    initialValues: { verdict: 'scale' as PilotVerdict, reasonCode: '', note: '' },
    validate: {
      note: (value) => (value.trim() ? null : t('decide.needNote')),
      reasonCode: (value, { verdict }) => (ASKED[verdict].length === 0 || value ? null : t('session.need')),
    },
  });
  const { verdict } = form.values;
  async function send({ reasonCode, note }: typeof form.values): Promise<void> {
    await verb.mutateAsync({
      params: { pilotId: pilot.id },
      body: { verdict, note: note.trim(), ...(ASKED[verdict].length > 0 ? { reasonCode } : {}) },
    });
    toast(t('step.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('decide.title')}>
      <FormShell
        form={form}
        submit={t('decide.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Select
          label={t('decide.verdict')}
          allowDeselect={false}
          data={PILOT_VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
          value={verdict}
          onChange={(value) =>
            form.setValues({
              verdict: PILOT_VERDICTS.find((one) => one === value) ?? 'scale',
              reasonCode: '',
            })
          }
        />
        <p className={classes.soft}>{t(`decide.hint_${verdict}`)}</p>
        {ASKED[verdict].length > 0 ? (
          <Select
            label={t('decide.why')}
            data={ASKED[verdict].map((value) => ({ value, label: t(`decide.reason.${value}`) }))}
            {...form.getInputProps('reasonCode')}
          />
        ) : null}
        <Textarea
          label={t('decide.note')}
          autosize
          minRows={3}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
      </FormShell>
    </SidePanel>
  );
}
