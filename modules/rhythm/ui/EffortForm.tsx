import { NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import {
  EFFORT_KINDS,
  logEffort,
  PURPOSES,
  readTouches,
  type EffortKind,
  type Purpose,
} from '../contract.ts';

interface Props {
  readonly partner?: Picked | undefined;
  readonly onClose: () => void;
}

/** A call, a letter or work that nothing else wrote down: how long it took, and what for (S1.61). */
export function EffortForm({ partner, onClose }: Props) {
  const t = useWords('rhythm');
  const verb = useVerb(logEffort, { invalidates: [readTouches] });
  const form = useForm({
    initialValues: {
      partner: (partner ?? null) as Picked | null,
      kind: 'call' as EffortKind,
      minutes: 15 as number | string,
      purpose: 'retention' as Purpose,
      note: '',
    },
    validate: {
      minutes: (value) => (Number(value) >= 1 ? null : t('effort.needMinutes')),
    },
  });
  async function send({ partner: of, kind, minutes, purpose, note }: typeof form.values): Promise<void> {
    await verb.mutateAsync({
      body: { partnerId: of?.id ?? null, kind, minutes: Number(minutes), purpose, note: note.trim() || null },
    });
    toast(t('value.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('effort.title')}>
      <FormShell
        form={form}
        submit={t('value.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {partner ? null : (
          <PickPartner
            label={t('plan.partner')}
            description={t('effort.partnerNote')}
            value={form.values.partner}
            onChange={(picked) => form.setFieldValue('partner', picked)}
          />
        )}
        <Select
          label={t('value.kind')}
          allowDeselect={false}
          data={EFFORT_KINDS.map((value) => ({ value, label: t(`touch.kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <NumberInput
          label={t('session.minutes')}
          min={1}
          max={1_440}
          allowDecimal={false}
          {...form.getInputProps('minutes')}
        />
        <Select
          label={t('effort.purpose')}
          allowDeselect={false}
          data={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          {...form.getInputProps('purpose')}
        />
        <TextInput label={t('effort.note')} maxLength={500} {...form.getInputProps('note')} />
      </FormShell>
    </SidePanel>
  );
}
