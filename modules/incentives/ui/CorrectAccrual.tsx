import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  readAmount,
  SidePanel,
  toast,
  useFormat,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import {
  getAccrual,
  listAccruals,
  postAccrualCorrection,
  previewAccrualCorrection,
  type AccrualShown,
} from '../contract.ts';
import classes from './incentives.module.css';

/** Shows the difference first, then posts exactly that difference (money.md 4). */
export function CorrectAccrual({ accrual, onClose }: { accrual: AccrualShown; onClose: () => void }) {
  const t = useWords('incentives');
  const format = useFormat();
  const { currency } = accrual;
  const params = { accrualId: accrual.id };
  const verb = useVerb(postAccrualCorrection, { invalidates: [getAccrual, listAccruals] });
  const form = useForm({
    initialValues: { becomes: '', reason: '' },
    validate: {
      becomes: (value) => (readAmount(value, currency) === null ? t('correct.wrong') : null),
      reason: (value) => (value.trim().length >= 3 ? null : t('correct.needReason')),
    },
  });
  const becomesMinor = readAmount(form.values.becomes, currency);
  const read = useRead(previewAccrualCorrection, {
    params,
    query: { becomesMinor: becomesMinor ?? accrual.amountMinor },
  });
  const shown = read.data;
  const money = (minor: number, signed = false) => format.money(minor, { currency, signed });
  return (
    <SidePanel opened onClose={onClose} title={t('correct.title')}>
      <FormShell
        form={form}
        submit={t('correct.submit')}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onSubmit={async ({ reason }) => {
          if (!shown || becomesMinor === null) return;
          await verb.mutateAsync({
            params,
            body: { wasMinor: shown.wasMinor, becomesMinor, reason: reason.trim() },
          });
          toast(t('correct.done'));
          onClose();
        }}
      >
        <p className={classes.soft}>{t('correct.text')}</p>
        {shown ? <p>{t('correct.was', { sum: money(shown.wasMinor) })}</p> : null}
        <TextInput
          label={t('correct.becomes', { currency: format.sign(currency) })}
          inputMode="decimal"
          required
          {...form.getInputProps('becomes')}
        />
        {shown && becomesMinor !== null ? (
          <p className={classes.total} aria-live="polite">
            {shown.differenceMinor === 0
              ? t('correct.none')
              : t('correct.difference', { sum: money(shown.differenceMinor, true) })}
          </p>
        ) : null}
        <Textarea
          label={t('correct.reason')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('reason')}
        />
      </FormShell>
    </SidePanel>
  );
}
