import { Checkbox, NumberInput, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, Loaded, SidePanel, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { readPollSettings, setPollSettings, type PollSettings } from '../contract.ts';

const MONTHS = [1, 2, 3, 4, 5, 6] as const;

/** When partners are asked, and whether with names. */
export function PollSettingsForm({ onClose }: { onClose: () => void }) {
  const t = useWords('feedback');
  const read = useRead(readPollSettings, {});
  return (
    <SidePanel opened onClose={onClose} title={t('poll.form.title')}>
      <Loaded read={read}>{(settings) => <Fields settings={settings} onClose={onClose} />}</Loaded>
    </SidePanel>
  );
}

function Fields({ settings, onClose }: { settings: PollSettings; onClose: () => void }) {
  const t = useWords('feedback');
  const verb = useVerb(setPollSettings, { invalidates: [readPollSettings] });
  const form = useForm({
    initialValues: { ...settings, month: String(settings.month) },
    validate: { openDays: (days) => (days >= 7 && days <= 60 ? null : t('poll.form.needDays')) },
  });
  async function save({ month, ...rest }: typeof form.values): Promise<void> {
    await verb.mutateAsync({ body: { ...rest, month: Number(month) } });
    toast(t('poll.form.saved'));
    onClose();
  }
  return (
    <FormShell
      form={form}
      submit={t('poll.form.save')}
      onSubmit={save}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Checkbox label={t('poll.form.isOn')} {...form.getInputProps('isOn', { type: 'checkbox' })} />
      <Select
        label={t('poll.form.month')}
        allowDeselect={false}
        data={MONTHS.map((month) => ({ value: String(month), label: t(`poll.form.months.${month}`) }))}
        {...form.getInputProps('month')}
      />
      <NumberInput
        label={t('poll.form.openDays')}
        allowDecimal={false}
        min={7}
        max={60}
        {...form.getInputProps('openDays')}
      />
      <Checkbox
        label={t('poll.form.isNameless')}
        description={t('poll.form.namelessNote')}
        {...form.getInputProps('isNameless', { type: 'checkbox' })}
      />
    </FormShell>
  );
}
