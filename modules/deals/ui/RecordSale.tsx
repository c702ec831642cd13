import { Checkbox, TextInput } from '@mantine/core';
import { PickClient, PickPartner, type Picked } from '@mosty/directory/parts';
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
    initialValues: {
      number: '',
      clientId: null as string | null,
      isNewClient: false,
      newClient: '',
      partner: null as Picked | null,
      code: '',
      amount: '',
      day: today as string,
    },
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
            ...clientOf(values),
            ...(values.partner ? { namedPartner: values.partner.id } : {}),
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
        {form.values.isNewClient ? (
          <TextInput
            label={t('record.client')}
            description={t('record.clientNote')}
            {...form.getInputProps('newClient')}
          />
        ) : (
          <PickClient
            label={t('record.client')}
            value={form.values.clientId}
            onChange={(clientId) => form.setFieldValue('clientId', clientId)}
            error={form.errors['clientId']}
          />
        )}
        <Checkbox
          label={t('record.newClient')}
          {...form.getInputProps('isNewClient', { type: 'checkbox' })}
        />
        <PickPartner
          label={t('record.partner')}
          description={t('record.partnerNote')}
          value={form.values.partner}
          onChange={(partner) => form.setFieldValue('partner', partner)}
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

interface ClientFields {
  readonly clientId: string | null;
  readonly isNewClient: boolean;
  readonly newClient: string;
}

/** One of the base, or one that is written down by what another program calls it. */
function clientOf({ clientId, isNewClient, newClient }: ClientFields) {
  const text = newClient.trim();
  if (isNewClient) return text ? { clientExternalId: text, clientName: text } : {};
  return clientId ? { clientId } : {};
}
