import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { exactAmount } from '@mosty/incentives/parts';
import { FormShell, readAmount, SidePanel, toast, useFormat, useVerb, useWords } from '@mosty/ui-kit';
import { readIntroducerReward, setIntroducerReward } from '../contract/introductions.ts';
import classes from './programme.module.css';

interface Props {
  readonly reward: { readonly amountMinor: number | null; readonly currency: string };
  readonly onClose: () => void;
}

/** How much a partner is thanked with for bringing a partner; from today on. */
export function RewardForm({ reward: { amountMinor, currency }, onClose }: Props) {
  const t = useWords('recruiting');
  const sign = useFormat().sign(currency);
  const verb = useVerb(setIntroducerReward, { invalidates: [readIntroducerReward] });
  const form = useForm({
    initialValues: {
      isOn: amountMinor !== null,
      amount: amountMinor === null ? '' : exactAmount(amountMinor, currency),
    },
    validate: {
      amount: (value, { isOn }) =>
        !isOn || (readAmount(value, currency) ?? 0) > 0 ? null : t('programme.needSale'),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('introductions.setReward')}>
      <p className={classes.text}>{t('introductions.rule')}</p>
      <FormShell
        form={form}
        submit={t('introductions.save')}
        busy={verb.isPending}
        refusal={verb.error}
        onCancel={onClose}
        onSubmit={async ({ isOn, amount }) => {
          await verb.mutateAsync({ body: { amountMinor: isOn ? readAmount(amount, currency) : null } });
          toast(t('introductions.saved'));
          onClose();
        }}
      >
        <Checkbox label={t('introductions.isOn')} {...form.getInputProps('isOn', { type: 'checkbox' })} />
        {form.values.isOn ? (
          <TextInput
            label={t('introductions.amount', { currency: sign })}
            inputMode="decimal"
            {...form.getInputProps('amount')}
          />
        ) : null}
      </FormShell>
    </SidePanel>
  );
}
