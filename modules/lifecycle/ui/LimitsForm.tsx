import { Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  readAmount,
  Section,
  toast,
  useFormat,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { LIMITED, publishLimits, readLimits, readPartnerStage, type Limited } from '../contract.ts';
import classes from './lifecycle.module.css';

type Answer = AnswerOf<typeof readLimits>;
const FIELDS = ['deals', 'accrued', 'discount'] as const;
type Line = Record<(typeof FIELDS)[number], string>;
const PPM_A_PERCENT = 10_000;

export function LimitsForm({ answer }: { answer: Answer }) {
  const t = useWords('lifecycle');
  const format = useFormat();
  const { currency } = answer;
  const verb = useVerb(publishLimits, { invalidates: [readLimits, readPartnerStage] });
  const line = ({ dealsMax, accruedMinorMax, discountPpmMax }: Answer['limits']['launch']): Line => ({
    deals: dealsMax === null ? '' : String(dealsMax),
    accrued: accruedMinorMax === null ? '' : format.money(accruedMinorMax, { currency }),
    discount: discountPpmMax === null ? '' : String(discountPpmMax / PPM_A_PERCENT),
  });
  const check = {
    deals: (value: string) => (/^\d{0,5}$/.test(value.trim()) ? null : t('limits.needNumber')),
    accrued: (value: string) =>
      value.trim() === '' || (readAmount(value, currency) ?? -1) >= 0 ? null : t('limits.needAmount'),
    discount: (value: string) => (percent(value) === undefined ? t('limits.needPercent') : null),
  };
  const form = useForm({
    initialValues: {
      launch: line(answer.limits.launch),
      pilot: line(answer.limits.pilot),
      start: line(answer.limits.start),
      reason: '',
    },
    validate: {
      launch: check,
      pilot: check,
      start: check,
      reason: (value) => (value.trim().length >= 3 ? null : t('limits.needReason')),
    },
  });
  const told = ({ deals, accrued, discount }: Line) => ({
    dealsMax: deals.trim() === '' ? null : Number(deals),
    accruedMinorMax: accrued.trim() === '' ? null : (readAmount(accrued, currency) ?? 0),
    discountPpmMax: percent(discount) ?? null,
  });

  async function save({ reason, ...lines }: typeof form.values): Promise<void> {
    const limits = { launch: told(lines.launch), pilot: told(lines.pilot), start: told(lines.start) };
    await verb.mutateAsync({ body: { limits, reason: reason.trim() } });
    toast(t('limits.saved'));
  }

  return (
    <FormShell
      form={form}
      submit={t('limits.save')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={save}
    >
      <p className={classes.soft}>{t('limits.empty')}</p>
      {LIMITED.map((of: Limited) => (
        <Section key={of} title={t(`limits.${of}`)}>
          <Stack gap={14}>
            {FIELDS.map((field) => (
              <TextInput
                key={field}
                label={t(`limits.${field}`)}
                inputMode={field === 'deals' ? 'numeric' : 'decimal'}
                {...form.getInputProps(`${of}.${field}`)}
              />
            ))}
          </Stack>
        </Section>
      ))}
      <Textarea
        label={t('limits.reason')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
    </FormShell>
  );
}

/** Parts per million of a percent as typed; null: nothing typed; undefined: no percent. */
function percent(text: string): number | null | undefined {
  const typed = text.trim().replace(',', '.').replace('%', '').trim();
  if (typed === '') return null;
  const value = Number(typed);
  return Number.isNaN(value) || value < 0 || value > 100 ? undefined : Math.round(value * PPM_A_PERCENT);
}
