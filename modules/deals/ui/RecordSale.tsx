import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { recordSale } from '../contract.ts';
import { listDeals } from '@mosty/insight/contract';
import {
  DayInput,
  FormShell,
  paths,
  readAmount,
  SidePanel,
  toast,
  useMe,
  useVerb,
  useWords,
  useToday,
} from '@mosty/ui-kit';
import { instantOfWallClock } from '@mosty/kernel/time';
import { useNavigate } from '@tanstack/react-router';

/** One paid sale by hand: who, whom, how much. Priced and posted like any other. */
export function RecordSale({ onClose }: { onClose: () => void }) {
  const t = useWords('deals');
  const { workspace } = useMe();
  const navigate = useNavigate();
  const verb = useVerb(recordSale, { invalidates: [listDeals] });
  const today = useToday();
  const form = useForm({
    initialValues: { number: '', client: '', partner: '', code: '', amount: '', day: today as string },
    validate: {
      number: (value) => (value.trim() ? null : t('record.needNumber')),
      amount: (value) => ((readAmount(value, workspace.currency) ?? -1) >= 0 ? null : t('record.needAmount')),
      day: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? null : t('record.needDay')),
    },
  });

  async function send(values: typeof form.values): Promise<void> {
    // Noon of the company's day: the fact is known to the day, and noon is in no other day anywhere near.
    const occurredAt = instantOfWallClock(
      Date.parse(`${values.day}T12:00:00Z`),
      workspace.zone,
    ).toISOString();
    const { recorded, known } = await verb.mutateAsync({
      body: {
        source: 'manual',
        sales: [
          {
            externalId: values.number.trim(),
            ...(values.client.trim()
              ? { clientExternalId: values.client.trim(), clientName: values.client.trim() }
              : {}),
            ...(values.partner.trim() ? { namedPartner: values.partner.trim() } : {}),
            ...(values.code.trim() ? { namedCode: values.code.trim() } : {}),
            occurredAt,
            currency: workspace.currency,
            amountMinor: readAmount(values.amount, workspace.currency) ?? 0,
          },
        ],
      },
    });
    const saleId = recorded[0]?.id ?? known[0]?.id;
    toast(t(recorded.length > 0 ? 'record.done' : 'record.known'));
    if (saleId) await navigate({ to: paths.sale({ saleId }) });
  }

  return (
    <SidePanel opened onClose={onClose} title={t('actions.recordSale')}>
      <FormShell
        form={form}
        submit={t('record.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
      >
        <TextInput
          label={t('record.number')}
          description={t('record.numberNote')}
          required
          data-autofocus
          {...form.getInputProps('number')}
        />
        <TextInput
          label={t('record.client')}
          description={t('record.clientNote')}
          {...form.getInputProps('client')}
        />
        <TextInput
          label={t('record.partner')}
          description={t('record.partnerNote')}
          {...form.getInputProps('partner')}
        />
        <TextInput label={t('record.code')} {...form.getInputProps('code')} />
        <TextInput
          label={t('record.amount', { currency: workspace.currency })}
          inputMode="decimal"
          required
          {...form.getInputProps('amount')}
        />
        <DayInput label={t('record.day')} required {...form.getInputProps('day')} />
      </FormShell>
    </SidePanel>
  );
}
