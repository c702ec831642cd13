import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { listDeals, listRefunds, readDeal } from '@mosty/insight/contract';
import { instantOfWallClock } from '@mosty/kernel/time';
import {
  DayInput,
  FormShell,
  readAmount,
  SidePanel,
  toast,
  useFormat,
  useMe,
  useToday,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { recordRefund } from '../contract.ts';
import type { Deal } from './SaleScreen.tsx';

/** A refund of this very sale by hand: the reward goes back in proportion, by a new entry. */
export function RecordRefund({ sale, onClose }: { sale: Deal['sale']; onClose: () => void }) {
  const t = useWords('deals');
  const format = useFormat();
  const { workspace } = useMe();
  const verb = useVerb(recordRefund, { invalidates: [readDeal, listDeals, listRefunds] });
  const today = useToday();
  const left = sale.amountMinor - sale.refundedMinor;
  const form = useForm({
    initialValues: { number: '', amount: '', day: today as string, reason: '' },
    validate: {
      number: (value) => (value.trim() ? null : t('refund.needNumber')),
      amount: (value) => {
        const minor = readAmount(value, sale.currency) ?? 0;
        if (minor <= 0) return t('record.needAmount');
        return minor > left ? t('refund.tooMuch') : null;
      },
      day: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? null : t('record.needDay')),
    },
  });

  async function send(values: typeof form.values): Promise<void> {
    const { recorded } = await verb.mutateAsync({
      body: {
        // The number of a sale is known only within its source: the refund comes from the same one.
        source: sale.source,
        refunds: [
          {
            externalId: values.number.trim(),
            saleExternalId: sale.externalId,
            link: 'sale',
            // Noon of the company's day: the fact is known to the day, and noon is in no other day anywhere near.
            occurredAt: instantOfWallClock(
              Date.parse(`${values.day}T12:00:00Z`),
              workspace.zone,
            ).toISOString(),
            currency: sale.currency,
            amountMinor: readAmount(values.amount, sale.currency) ?? 0,
            ...(values.reason.trim() ? { reason: values.reason.trim() } : {}),
          },
        ],
      },
    });
    if (recorded.length === 0) {
      form.setFieldError('number', t('refund.known'));
      return;
    }
    toast(t('refund.done'));
    onClose();
  }

  return (
    <SidePanel opened onClose={onClose} title={t('sale.recordRefund')}>
      <FormShell
        form={form}
        submit={t('refund.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
      >
        <p>{t('refund.consequence')}</p>
        <TextInput
          label={t('refund.number')}
          description={t('refund.numberNote')}
          required
          data-autofocus
          {...form.getInputProps('number')}
        />
        <TextInput
          label={t('refund.amount', { currency: sale.currency })}
          description={t('refund.left', { sum: format.money(left, { currency: sale.currency }) })}
          inputMode="decimal"
          required
          {...form.getInputProps('amount')}
        />
        <DayInput label={t('refund.day')} required {...form.getInputProps('day')} />
        <Textarea
          label={t('refund.reason')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      </FormShell>
    </SidePanel>
  );
}
