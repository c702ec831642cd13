import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, toast, useVerb, useWords } from '@mosty/ui-kit';
import { recordBreach } from '../../contract/breaches.ts';
import { HONOUR_RULES, RULE_OF } from '../../contract/signs.ts';
import { CHANGED } from '../flag-reads.ts';
import type { FormProps } from '../FlagForms.tsx';

export function BreachForm({ flag, onClose }: FormProps) {
  const t = useWords('integrity');
  const verb = useVerb(recordBreach, { invalidates: CHANGED });
  const form = useForm({ initialValues: { rule: String(RULE_OF[flag.sign]), note: '' } });
  return (
    <FormShell
      form={form}
      submit={t('breaches.save')}
      onSubmit={({ rule, note }) =>
        verb.mutateAsync({
          body: {
            partnerId: flag.partner.id,
            flagId: flag.id,
            rule: Number(rule),
            ...(note.trim() ? { note: note.trim() } : {}),
          },
        })
      }
      onDone={() => {
        toast(t('breaches.done'));
        onClose();
      }}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Select
        label={t('breaches.rule')}
        allowDeselect={false}
        data={HONOUR_RULES.map((rule) => ({ value: String(rule), label: `${rule}. ${t(`rule.${rule}`)}` }))}
        {...form.getInputProps('rule')}
      />
      <Textarea
        label={t('breaches.note')}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('note')}
      />
    </FormShell>
  );
}
