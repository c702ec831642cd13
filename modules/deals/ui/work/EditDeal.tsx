import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, readAmount, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { listDealCards, readBoard, readDealCard, updateDeal } from '../../contract.ts';
import type { DealCard } from './DealCardScreen.tsx';

const MINOR = 100;

/** The sum, what is next and when: what moves a deal between its stages. */
export function EditDeal({ deal, onClose }: { deal: DealCard; onClose: () => void }) {
  const t = useWords('deals');
  const verb = useVerb(updateDeal, { invalidates: [readDealCard, readBoard, listDealCards] });
  const form = useForm({
    initialValues: {
      amount: deal.amountMinor === null ? '' : String(deal.amountMinor / MINOR),
      next: deal.nextStep ?? '',
      nextOn: deal.nextStepOn ?? '',
      expectedOn: deal.expectedOn ?? '',
    },
    validate: {
      amount: (value) =>
        value.trim() === '' || (readAmount(value, deal.currency) ?? -1) >= 0 ? null : t('record.needAmount'),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('work.card.edit')}>
      <FormShell
        form={form}
        submit={t('work.card.save')}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onSubmit={async ({ amount, next, nextOn, expectedOn }) => {
          await verb.mutateAsync({
            params: { dealId: deal.id },
            body: {
              amountMinor: amount.trim() ? readAmount(amount, deal.currency) : null,
              nextStep: next.trim() || null,
              nextStepOn: nextOn || null,
              expectedOn: expectedOn || null,
            },
          });
          toast(t('work.card.saved'));
          onClose();
        }}
      >
        <TextInput
          label={t('work.register.amount', { currency: deal.currency })}
          inputMode="decimal"
          {...form.getInputProps('amount')}
        />
        <TextInput label={t('work.card.next')} maxLength={300} {...form.getInputProps('next')} />
        <DayInput label={t('work.card.nextOn')} {...form.getInputProps('nextOn')} />
        <DayInput label={t('work.card.expectedOn')} {...form.getInputProps('expectedOn')} />
      </FormShell>
    </SidePanel>
  );
}
