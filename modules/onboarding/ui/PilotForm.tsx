import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { readPartnerStage } from '@mosty/lifecycle/contract';
import {
  DayInput,
  FormShell,
  readAmount,
  toast,
  useFormat,
  useMe,
  useVerb,
  useWords,
  type InputOf,
} from '@mosty/ui-kit';
import { listPilots, readPilot, type changePilot, type draftPilot, type Pilot } from '../contract.ts';
import classes from './onboarding.module.css';

type Operation = typeof draftPilot | typeof changePilot;

interface Props<O extends Operation> {
  readonly operation: O;
  readonly params: InputOf<O> extends { readonly params: infer P } ? P : never;
  readonly of?: Pilot;
  readonly onClose: () => void;
  readonly onSaved: (pilot: Pilot) => void;
}

const MONEY = ['budget', 'price', 'cost', 'reward'] as const;

/** Volume, days, budget, economics of one sale, and what it is judged by. */
export function PilotForm<O extends Operation>({ operation, params, of, onClose, onSaved }: Props<O>) {
  const t = useWords('onboarding');
  const format = useFormat();
  const { currency } = useMe().workspace;
  const verb = useVerb(operation as Operation, { invalidates: [listPilots, readPilot, readPartnerStage] });
  const text = (minor: number | undefined) =>
    minor === undefined ? '' : format.money(minor, { currency }).replace(/[^\d,.-]/g, '');
  const targetOf = (metric: string) => of?.criteria.find((one) => one.metric === metric)?.target;
  const refund = targetOf('refund_ppm');
  const form = useForm({
    initialValues: {
      startsOn: of?.startsOn ?? '',
      endsOn: of?.endsOn ?? '',
      volume: of?.volume ?? 3,
      budget: text(of?.budgetMinor),
      price: text(of?.priceMinor),
      cost: text(of?.costMinor),
      reward: text(of?.rewardMinor),
      sales: targetOf('sales') ?? 3,
      refund: refund === undefined ? ('' as number | string) : refund / 10_000,
    },
    validate: {
      startsOn: (value) => (value ? null : t('form.needDay')),
      endsOn: (value) => (value ? null : t('form.needDay')),
      ...Object.fromEntries(
        MONEY.map((name) => [
          name,
          (value: string) => ((readAmount(value, currency) ?? -1) >= 0 ? null : t('form.needAmount')),
        ]),
      ),
    },
  });
  async function send(told: typeof form.values): Promise<void> {
    const minor = (value: string) => readAmount(value, currency) ?? 0;
    const body = {
      volume: Number(told.volume),
      startsOn: told.startsOn,
      endsOn: told.endsOn,
      budgetMinor: minor(told.budget),
      priceMinor: minor(told.price),
      costMinor: minor(told.cost),
      rewardMinor: minor(told.reward),
      criteria: [
        { metric: 'sales', comparison: 'at_least', target: Number(told.sales) } as const,
        ...(told.refund === ''
          ? []
          : [
              {
                metric: 'refund_ppm',
                comparison: 'at_most',
                target: Math.round(Number(told.refund) * 10_000),
              } as const,
            ]),
      ],
    };
    const saved = await verb.mutateAsync({ params, body } as never);
    toast(t('step.saved'));
    onSaved(saved);
  }
  return (
    <FormShell
      form={form}
      submit={t('form.save')}
      onSubmit={send}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <DayInput label={t('form.startsOn')} {...form.getInputProps('startsOn')} />
      <DayInput label={t('form.endsOn')} {...form.getInputProps('endsOn')} />
      <NumberInput
        label={t('form.volume')}
        min={1}
        max={10_000}
        allowDecimal={false}
        {...form.getInputProps('volume')}
      />
      {MONEY.map((name) => (
        <TextInput key={name} label={t(`form.${name}`)} inputMode="decimal" {...form.getInputProps(name)} />
      ))}
      <NumberInput
        label={t('form.sales')}
        min={1}
        max={10_000}
        allowDecimal={false}
        {...form.getInputProps('sales')}
      />
      <NumberInput
        label={t('form.refund')}
        min={0}
        max={100}
        decimalScale={2}
        {...form.getInputProps('refund')}
      />
      <p className={classes.soft}>{t('form.marginNote')}</p>
    </FormShell>
  );
}
