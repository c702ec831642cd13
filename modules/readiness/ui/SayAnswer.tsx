import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { listMembers } from '@mosty/identity/contract';
import { FormShell, SidePanel, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { answerQuestion, DEPARTMENTS, readReadiness, type Readiness } from '../contract.ts';

const ofPerson = (question: string) => question === 'profit_owner' || question.startsWith('owner_');

/** One answer: a colleague, a department, or a number with where it is known from. */
export function SayAnswer({ of, onClose }: { of: Readiness['answers'][number]; onClose: () => void }) {
  const t = useWords('readiness');
  const verb = useVerb(answerQuestion, { invalidates: [readReadiness] });
  const isPerson = ofPerson(of.question);
  const isNumber = !isPerson && of.question !== 'department';
  const team = useRead(listMembers, { query: {} }, { enabled: isPerson });
  const form = useForm({
    initialValues: { value: of.value ?? '', source: of.source ?? '' },
    validate: {
      value: (value) => {
        if (!value.trim()) return t('form.needValue');
        return isNumber && !/^-?\d{1,6}$/.test(value.trim()) ? t('form.needNumber') : null;
      },
    },
  });
  const choices = isPerson
    ? (team.data?.items ?? [])
        .filter(({ partnerId }) => partnerId === null)
        .map(({ id, name }) => ({ value: id as string, label: name }))
    : DEPARTMENTS.map((value) => ({ value: value as string, label: t(`department.${value}`) }));
  return (
    <SidePanel opened onClose={onClose} title={t(`question.${of.question}`)}>
      <FormShell
        form={form}
        submit={t('form.save')}
        onSubmit={({ value, source }) =>
          verb.mutateAsync({
            params: { question: of.question },
            body: { value: value.trim(), ...(source.trim() ? { source: source.trim() } : {}) },
          })
        }
        onDone={() => {
          toast(t('form.done'));
          onClose();
        }}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {isNumber ? (
          <TextInput label={t('form.value')} inputMode="numeric" required {...form.getInputProps('value')} />
        ) : (
          <Select
            label={t(isPerson ? 'form.person' : 'form.value')}
            data={choices}
            searchable
            required
            {...form.getInputProps('value')}
          />
        )}
        <TextInput label={t('form.source')} {...form.getInputProps('source')} />
      </FormShell>
    </SidePanel>
  );
}
