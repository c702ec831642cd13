import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, readAmount, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { listDealCards, readBoard, readDealCard, updateDeal } from '../../contract.ts';
import type { DealCard } from './DealCardScreen.tsx';
import { OwnerSelect } from './OwnerSelect.tsx';

const MINOR = 100;

/** The sum, what is next, when and by whom: what moves a deal between its stages. */
export function EditDeal({ deal, onClose }: { deal: DealCard; onClose: () => void }) {
  const t = useWords('deals');
  const verb = useVerb(updateDeal, { invalidates: [readDealCard, readBoard, listDealCards] });
  const form = useForm({
    initialValues: {
      amount: deal.amountMinor === null ? '' : String(deal.amountMinor / MINOR),
      next: deal.nextStep ?? '',
      nextOn: deal.nextStepOn ?? '',
      expectedOn: deal.expectedOn ?? '',
      owner: deal.owner?.id ?? null,
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
        onSubmit={async ({ amount, next, nextOn, expectedOn, owner }) => {
          await verb.mutateAsync({
            params: { dealId: deal.id },
            body: {
              amountMinor: amount.trim() ? readAmount(amount, deal.currency) : null,
              nextStep: next.trim() || null,
              nextStepOn: nextOn || null,
              expectedOn: expectedOn || null,
              ownerMemberId: owner,
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
        <OwnerSelect
          label={t('work.owner.label')}
          now={deal.owner}
          value={form.values.owner}
          onChange={(owner) => form.setFieldValue('owner', owner)}
        />
      </FormShell>
    </SidePanel>
  );
}
