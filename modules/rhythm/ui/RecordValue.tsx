import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
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
import {
  DIRECTIONS,
  EXCHANGE_KINDS,
  readValue,
  RECOGNITION_KINDS,
  recordExchange,
  thankPartner,
  type NextStep,
} from '../contract.ts';

interface Props {
  readonly what: 'exchange' | 'thanks';
  readonly partnerId: NextStep['partner']['id'];
  readonly onClose: () => void;
}

export function RecordValue({ what, ...rest }: Props) {
  return what === 'exchange' ? <RecordExchange {...rest} /> : <Thank {...rest} />;
}

function RecordExchange({ partnerId, onClose }: Omit<Props, 'what'>) {
  const t = useWords('rhythm');
  const format = useFormat();
  const { currency } = useMe().workspace;
  const today = useToday();
  const verb = useVerb(recordExchange, { invalidates: [readValue] });
  const form = useForm({
    initialValues: {
      direction: 'given' as (typeof DIRECTIONS)[number],
      kind: 'content' as (typeof EXCHANGE_KINDS)[number],
      text: '',
      onDay: today as string,
      estimate: '',
    },
    validate: {
      text: (value) => (value.trim() ? null : t('value.need')),
      onDay: (value) => (value ? null : t('value.need')),
    },
  });
  async function send({ estimate, ...told }: typeof form.values): Promise<void> {
    const estimateMinor = estimate.trim() ? readAmount(estimate, currency) : null;
    await verb.mutateAsync({ params: { partnerId }, body: { ...told, estimateMinor } });
    toast(t('value.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('card.addExchange')}>
      <FormShell
        form={form}
        submit={t('value.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Select
          label={t('value.direction')}
          allowDeselect={false}
          data={DIRECTIONS.map((value) => ({ value, label: t(`value.${value}`) }))}
          {...form.getInputProps('direction')}
        />
        <Select
          label={t('value.kind')}
          allowDeselect={false}
          data={EXCHANGE_KINDS.map((value) => ({ value, label: t(`value.kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Textarea label={t('value.text')} maxLength={500} autosize {...form.getInputProps('text')} />
        <DayInput label={t('value.onDay')} max={today} {...form.getInputProps('onDay')} />
        <TextInput
          label={t('value.estimate', { sign: format.sign() })}
          inputMode="decimal"
          {...form.getInputProps('estimate')}
        />
      </FormShell>
    </SidePanel>
  );
}

function Thank({ partnerId, onClose }: Omit<Props, 'what'>) {
  const t = useWords('rhythm');
  const today = useToday();
  const verb = useVerb(thankPartner, { invalidates: [readValue] });
  const form = useForm({
    initialValues: {
      kind: 'thanks' as (typeof RECOGNITION_KINDS)[number],
      text: '',
      onDay: today as string,
    },
    validate: {
      text: (value) => (value.trim() ? null : t('value.need')),
      onDay: (value) => (value ? null : t('value.need')),
    },
  });
  async function send(body: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { partnerId }, body });
    toast(t('value.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('card.thank')}>
      <FormShell
        form={form}
        submit={t('value.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Select
          label={t('value.how')}
          allowDeselect={false}
          data={RECOGNITION_KINDS.map((value) => ({ value, label: t(`value.thanks.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Textarea label={t('value.text')} maxLength={500} autosize {...form.getInputProps('text')} />
        <DayInput label={t('value.onDay')} max={today} {...form.getInputProps('onDay')} />
      </FormShell>
    </SidePanel>
  );
}
