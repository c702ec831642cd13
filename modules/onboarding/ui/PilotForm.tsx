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
import { CriteriaFields, criterionFields, type CriterionFields } from './CriteriaFields.tsx';
import { readTarget, unitOf } from './criterion-target.ts';

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
    minor === undefined ? '' : format.money(minor, { currency }).replace(/[^\d,.−-]/g, '');
  const fieldsOf = (one: Pilot['criteria'][number]): CriterionFields => ({
    ...one,
    key: `${one.metric} ${one.comparison}`,
    target: { count: String, money: text, share: percents }[unitOf(one.metric)](one.target),
  });
  const form = useForm({
    initialValues: {
      startsOn: of?.startsOn ?? '',
      endsOn: of?.endsOn ?? '',
      volume: of?.volume ?? 3,
      budget: text(of?.budgetMinor),
      price: text(of?.priceMinor),
      cost: text(of?.costMinor),
      reward: text(of?.rewardMinor),
      criteria: of ? of.criteria.map(fieldsOf) : [criterionFields('sales', '3')],
    },
    validate: {
      startsOn: (value) => (value ? null : t('form.needDay')),
      endsOn: (value) => (value ? null : t('form.needDay')),
      criteria: {
        target: (value, { criteria }, path) => {
          const one = criteria[Number(path.split('.')[1])];
          if (!one || readTarget(one.metric, value, currency) === null) return t('form.needTarget');
          const same = criteria.filter(
            ({ metric, comparison }) => metric === one.metric && comparison === one.comparison,
          );
          return same.length > 1 ? t('form.criterionTwice') : null;
        },
      },
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
      criteria: told.criteria.map(({ metric, comparison, target }) => ({
        metric,
        comparison,
        target: readTarget(metric, target, currency) ?? 0,
      })),
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
      <CriteriaFields
        criteria={form.values.criteria}
        onChange={(criteria) => form.setFieldValue('criteria', criteria)}
        wrongAt={(place) => form.errors[`criteria.${place}.target`]}
      />
    </FormShell>
  );
}

const percents = (ppm: number): string => String(ppm / 10_000);
