import { Select, TextInput } from '@mantine/core';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { useForm } from '@mantine/form';
import { COST_KINDS, recordCost, REPORTING_CLASSES } from '../contract.ts';
import { listCosts } from '@mosty/insight/contract';
import {
  DayInput,
  FormShell,
  readAmount,
  SidePanel,
  toast,
  useMe,
  useVerb,
  useWords,
  useToday,
} from '@mosty/ui-kit';

type Class = (typeof REPORTING_CLASSES)[number];
type Kind = (typeof COST_KINDS)[number];

/** Money put into one partner, or into one class of the channel as a whole. */
export function RecordCost({ onClose }: { onClose: () => void }) {
  const t = useWords('deals');
  const kit = useWords('kit');
  const { workspace } = useMe();
  const verb = useVerb(recordCost, { invalidates: [listCosts] });
  const today = useToday();
  const form = useForm({
    initialValues: {
      class: 'partner_sales' as Class,
      kind: 'team' as Kind,
      amount: '',
      day: today as string,
      note: '',
      partner: null as Picked | null,
    },
    validate: {
      amount: (value) => ((readAmount(value, workspace.currency) ?? -1) > 0 ? null : t('record.needAmount')),
      day: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? null : t('record.needDay')),
    },
  });

  async function send(values: typeof form.values): Promise<void> {
    await verb.mutateAsync({
      body: {
        source: 'manual',
        costs: [
          {
            externalId: crypto.getRandomValues(new Uint32Array(4)).join('-'),
            ...(values.partner ? { partnerId: values.partner.id } : {}),
            class: values.class,
            kind: values.kind,
            occurredOn: values.day,
            currency: workspace.currency,
            amountMinor: readAmount(values.amount, workspace.currency) ?? 0,
            ...(values.note.trim() ? { note: values.note.trim() } : {}),
          },
        ],
      },
    });
    toast(t('record.costDone'));
    onClose();
  }

  return (
    <SidePanel opened onClose={onClose} title={t('actions.recordCost')}>
      <FormShell
        form={form}
        submit={t('record.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
      >
        <Select
          label={t('deals.class')}
          data={REPORTING_CLASSES.map((value) => ({ value, label: kit(`class.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('class')}
        />
        <PickPartner
          label={t('record.costPartner')}
          description={t('record.costPartnerNote')}
          value={form.values.partner}
          onChange={(partner) => form.setFieldValue('partner', partner)}
        />
        <Select
          label={t('costs.kind')}
          data={COST_KINDS.map((value) => ({ value, label: t(`costKind.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={t('record.amount', { currency: workspace.currency })}
          inputMode="decimal"
          required
          {...form.getInputProps('amount')}
        />
        <DayInput label={t('record.day')} required {...form.getInputProps('day')} />
        <TextInput label={t('costs.note')} {...form.getInputProps('note')} />
      </FormShell>
    </SidePanel>
  );
}
