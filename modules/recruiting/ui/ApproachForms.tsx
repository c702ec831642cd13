import { Radio, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, useToday, useWords } from '@mosty/ui-kit';
import { recordReply, REPLIES, writeApproach, type Check } from '../contract.ts';
import { useCheckVerb } from './check-verb.ts';

interface Props {
  readonly check: Check;
  readonly onDone: () => void;
}

/** Why exactly them, and what is in it for them (S0.20, S1.16). */
export function ApproachForm({ check, onDone }: Props) {
  const t = useWords('recruiting');
  const verb = useCheckVerb(writeApproach, onDone);
  const need = (value: string) => (value.trim() ? null : t('check.needed'));
  const form = useForm({
    initialValues: {
      whyYou: check.approach?.whyYou ?? '',
      partnerValue: check.approach?.partnerValue ?? '',
    },
    validate: { whyYou: need, partnerValue: need },
  });
  return (
    <FormShell
      form={form}
      submit={t('check.write')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={(body) => verb.mutateAsync({ params: { partnerId: check.partner.id }, body })}
    >
      <Textarea
        label={t('check.whyYou')}
        description={t('check.whyYouNote')}
        autosize
        minRows={3}
        required
        {...form.getInputProps('whyYou')}
      />
      <Textarea
        label={t('check.partnerValue')}
        description={t('check.partnerValueNote')}
        autosize
        minRows={3}
        required
        {...form.getInputProps('partnerValue')}
      />
    </FormShell>
  );
}

export function ReplyForm({ check, onDone }: Props) {
  const t = useWords('recruiting');
  const today = useToday();
  const verb = useCheckVerb(recordReply, onDone);
  const form = useForm({
    initialValues: { said: '', repliedOn: today, note: '' },
    validate: {
      said: (value) => (value ? null : t('check.needed')),
      repliedOn: (value) => (value ? null : t('check.needed')),
    },
  });
  return (
    <FormShell
      form={form}
      submit={t('check.write')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={({ said, repliedOn, note }) =>
        verb.mutateAsync({
          params: { partnerId: check.partner.id },
          body: {
            said: REPLIES.find((one) => one === said) ?? 'interested',
            repliedOn,
            ...(note.trim() ? { note } : {}),
          },
        })
      }
    >
      <Radio.Group label={t('check.replySaid')} required {...form.getInputProps('said')}>
        {REPLIES.map((one) => (
          <Radio key={one} mt={8} value={one} label={t(`check.said.${one}`)} />
        ))}
      </Radio.Group>
      <DayInput label={t('check.repliedOn')} required max={today} {...form.getInputProps('repliedOn')} />
      <TextInput label={t('check.note')} {...form.getInputProps('note')} />
    </FormShell>
  );
}
