import { NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  LinesSkeleton,
  Loaded,
  readAmount,
  Section,
  SidePanel,
  toast,
  useFormat,
  useMay,
  useMe,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { PAYER } from './payer.ts';
import { PolicyFacts } from './PolicyFacts.tsx';
import { getPayoutPolicy, setPayoutPolicy, type PayoutPolicyShown } from '../contract.ts';

const REQUISITES = ['verified', 'not_asked'] as const;

/** When and whom the company pays, how many people it takes, and from which account. */
export function PolicyPanel({ onClose }: { onClose: () => void }) {
  const t = useWords('payouts');
  const read = useRead(getPayoutPolicy, {});
  const mayChange = useMay('payout_policy.change');
  return (
    <SidePanel opened onClose={onClose} title={t('policy.title')}>
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {(policy) =>
          mayChange ? <PolicyForm policy={policy} onClose={onClose} /> : <PolicyFacts policy={policy} />
        }
      </Loaded>
    </SidePanel>
  );
}

function PolicyForm({ policy, onClose }: { policy: PayoutPolicyShown; onClose: () => void }) {
  const t = useWords('payouts');
  const format = useFormat();
  const { currency } = useMe().workspace;
  const verb = useVerb(setPayoutPolicy, {
    invalidates: [getPayoutPolicy],
    onDone: () => toast(t('policy.saved')),
  });
  const within = (from: number, to: number) => (value: number | string) =>
    Number.isInteger(value) && Number(value) >= from && Number(value) <= to
      ? null
      : t('policy.needNumber', { from, to });
  const above = policy.secondApproverAboveMinor;
  const form = useForm({
    initialValues: {
      payDay: policy.payDay as number | string,
      silenceDays: policy.silenceDays as number | string,
      second: above === null ? '' : format.money(above),
      requisites: policy.requisites,
      payer: Object.fromEntries(PAYER.map((name) => [name, policy.payer?.[name] ?? ''])) as Record<
        (typeof PAYER)[number],
        string
      >,
    },
    validate: {
      payDay: within(1, 28),
      silenceDays: within(1, 90),
      second: (value) =>
        value.trim() === '' || (readAmount(value, currency) ?? -1) >= 0 ? null : t('policy.needAmount'),
    },
  });

  async function save(values: typeof form.values): Promise<void> {
    const payer = Object.entries(values.payer).filter(([, text]) => text.trim() !== '');
    await verb.mutateAsync({
      body: {
        payDay: Number(values.payDay),
        silenceDays: Number(values.silenceDays),
        secondApproverAboveMinor:
          values.second.trim() === '' ? null : (readAmount(values.second, currency) ?? 0),
        requisites: values.requisites,
        payer:
          payer.length === 0 ? null : Object.fromEntries(payer.map(([name, text]) => [name, text.trim()])),
      },
    });
  }

  return (
    <FormShell
      form={form}
      submit={t('policy.save')}
      onSubmit={save}
      onDone={onClose}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <NumberInput
        label={t('policy.payDay')}
        description={t('policy.payDayHint')}
        clampBehavior="none"
        min={1}
        max={28}
        {...form.getInputProps('payDay')}
      />
      <NumberInput
        label={t('policy.silenceDays')}
        description={t('policy.silenceHint')}
        clampBehavior="none"
        min={1}
        max={90}
        {...form.getInputProps('silenceDays')}
      />
      <TextInput
        label={t('policy.second', { currency: format.sign(currency) })}
        description={t('policy.secondHint')}
        inputMode="decimal"
        {...form.getInputProps('second')}
      />
      <Select
        label={t('policy.requisites')}
        data={REQUISITES.map((value) => ({ value, label: t(`policy.requisitesOf.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('requisites')}
      />
      <Section title={t('policy.payer')} note={t('policy.payerHint')}>
        {PAYER.map((name) => (
          <TextInput
            key={name}
            label={t(`policy.${name}`)}
            mb={12}
            {...form.getInputProps(`payer.${name}`)}
          />
        ))}
      </Section>
    </FormShell>
  );
}
