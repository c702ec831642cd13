import { NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, readAmount, useMe, useWords } from '@mosty/ui-kit';
import {
  answerCheck,
  CONTRIBUTIONS,
  QUESTIONS_OF,
  setContribution,
  setEconomics,
  setWin,
  type Check,
  type PlainQuestion,
  type Win,
} from '../contract.ts';
import { useCheckVerb } from './check-verb.ts';

interface Props {
  readonly check: Check;
  readonly onDone: () => void;
}

/** Plain questions: what is left without an answer is not sent, and not passed (S0.38). */
export function QuestionsForm({ check, subject, onDone }: Props & { subject: 'values' | 'reputation' }) {
  const t = useWords('recruiting');
  const verb = useCheckVerb(answerCheck, onDone);
  const found = check.criteria.find(({ criterion }) => criterion === subject);
  const questions: readonly PlainQuestion[] = QUESTIONS_OF[subject];
  const said = (question: string) => found?.questions.find((one) => one.question === question)?.answer ?? '';
  const form = useForm<{ answers: string[] }>({
    initialValues: { answers: questions.map((question) => said(question)) },
  });
  return (
    <FormShell
      form={form}
      submit={t('check.write')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={async ({ answers }) => {
        const changed = questions.flatMap((question, place) => {
          const answer = answers[place];
          return (answer === 'yes' || answer === 'no') && answer !== said(question)
            ? [{ question, answer } as const]
            : [];
        });
        if (changed.length === 0) return onDone();
        return verb.mutateAsync({ params: { partnerId: check.partner.id }, body: { answers: changed } });
      }}
    >
      {questions.map((question, place) => (
        <Radio.Group
          key={question}
          label={t(`question.${question}`)}
          {...form.getInputProps(`answers.${place}`)}
        >
          <Radio mt={8} value="yes" label={t('check.answerOf.yes')} />
          <Radio mt={8} value="no" label={t('check.answerOf.no')} />
        </Radio.Group>
      ))}
    </FormShell>
  );
}

export function RoleForm({ check, onDone }: Props) {
  const t = useWords('recruiting');
  const verb = useCheckVerb(setContribution, onDone);
  const form = useForm<{
    answer: 'yes' | 'no';
    contribution: (typeof CONTRIBUTIONS)[number];
    sentence: string;
  }>({
    initialValues: {
      answer: 'yes',
      contribution: check.role?.contribution ?? 'trust',
      sentence: check.role?.sentence ?? '',
    },
    validate: { sentence: (value) => (value.trim() ? null : t('check.needed')) },
  });
  return (
    <FormShell
      form={form}
      submit={t('check.write')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={(body) => verb.mutateAsync({ params: { partnerId: check.partner.id }, body })}
    >
      <Radio.Group label={t('check.roleIs')} {...form.getInputProps('answer')}>
        <Radio mt={8} value="yes" label={t('check.roleYes')} />
        <Radio mt={8} value="no" label={t('check.roleNo')} />
      </Radio.Group>
      <Select
        label={t('check.contributionOf')}
        allowDeselect={false}
        data={CONTRIBUTIONS.map((value) => ({ value, label: t(`check.contribution.${value}`) }))}
        {...form.getInputProps('contribution')}
      />
      <Textarea
        label={t('check.sentence')}
        autosize
        minRows={2}
        required
        {...form.getInputProps('sentence')}
      />
    </FormShell>
  );
}

/** Nobody says «yes» here: the margin at the agreed volume does (S0.44). */
export function EconomicsForm({ check, onDone }: Props) {
  const t = useWords('recruiting');
  const { workspace } = useMe();
  const verb = useCheckVerb(setEconomics, onDone);
  const { currency } = workspace;
  const amount = (value: string) =>
    (readAmount(value, currency) ?? -1) < 0 ? t('check.needAmount', { currency }) : null;
  const form = useForm({
    initialValues: { volume: check.economics?.volume ?? 5, revenue: '', commission: '', costs: '' },
    validate: { revenue: amount, commission: amount, costs: amount },
  });
  const minor = (value: string) => readAmount(value, currency) ?? 0;
  return (
    <FormShell
      form={form}
      submit={t('check.count')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={({ volume, revenue, commission, costs }) =>
        verb.mutateAsync({
          params: { partnerId: check.partner.id },
          body: {
            volume: Number(volume),
            currency,
            revenueMinor: minor(revenue),
            commissionMinor: minor(commission),
            costsMinor: minor(costs),
          },
        })
      }
    >
      <NumberInput
        label={t('check.volumeOf')}
        min={1}
        max={100_000}
        required
        {...form.getInputProps('volume')}
      />
      {(['revenue', 'commission', 'costs'] as const).map((key) => (
        <TextInput
          key={key}
          label={t(`check.${key}`, { currency })}
          inputMode="decimal"
          required
          {...form.getInputProps(key)}
        />
      ))}
    </FormShell>
  );
}

export function WinForm({ check, win, onDone }: Props & { win: Win }) {
  const t = useWords('recruiting');
  const verb = useCheckVerb(setWin, onDone);
  const found = check.wins.find((one) => one.win === win);
  const need = (value: string) => (value.trim() ? null : t('check.needed'));
  const form = useForm<{ answer: 'yes' | 'no'; metric: string; target: string; how: string }>({
    initialValues: {
      answer: 'yes',
      metric: found?.metric ?? '',
      target: found?.target ?? '',
      how: found?.how ?? '',
    },
    validate: { metric: need, target: need },
  });
  return (
    <FormShell
      form={form}
      submit={t('check.write')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={({ how, ...values }) =>
        verb.mutateAsync({
          params: { partnerId: check.partner.id },
          body: { win, ...values, ...(how.trim() ? { how } : {}) },
        })
      }
    >
      <Radio.Group
        label={t(`check.winIs.${win}`)}
        description={t('check.winNote')}
        {...form.getInputProps('answer')}
      >
        <Radio mt={8} value="yes" label={t('check.answerOf.yes')} />
        <Radio mt={8} value="no" label={t('check.answerOf.no')} />
      </Radio.Group>
      <TextInput label={t('check.metricOf')} required {...form.getInputProps('metric')} />
      <TextInput label={t('check.targetOf')} required {...form.getInputProps('target')} />
      <TextInput label={t(`check.howWeKnow.${win}`)} {...form.getInputProps('how')} />
    </FormShell>
  );
}
