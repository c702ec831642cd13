import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, Loaded, Section, toast, useMay, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { readRegistrationRules, setRegistrationRules, type RegistrationRules } from '../../contract.ts';

const FIELDS = ['protectionDays', 'extensionDays', 'extensionsMax', 'answerHours'] as const;

export function RulesOfRegistration() {
  const t = useWords('deals');
  const read = useRead(readRegistrationRules, {});
  return (
    <Section title={t('work.setUp.rules')} note={t('work.setUp.answerNote')}>
      <Loaded read={read}>{(rules) => <Rules key={JSON.stringify(rules)} rules={rules} />}</Loaded>
    </Section>
  );
}

function Rules({ rules }: { rules: RegistrationRules }) {
  const t = useWords('deals');
  const may = useMay('deal.set_up');
  const verb = useVerb(setRegistrationRules, { invalidates: [readRegistrationRules] });
  const isNumber = (value: string) => (/^\d{1,4}$/.test(value.trim()) ? null : t('work.setUp.needNumber'));
  const form = useForm({
    initialValues: {
      protectionDays: String(rules.protectionDays),
      extensionDays: String(rules.extensionDays),
      extensionsMax: String(rules.extensionsMax),
      answerHours: String(rules.answerHours),
    },
    validate: {
      protectionDays: isNumber,
      extensionDays: isNumber,
      extensionsMax: isNumber,
      answerHours: isNumber,
    },
  });
  if (!may)
    return (
      <ul>
        {FIELDS.map((field) => (
          <li key={field}>
            {t(`work.setUp.${field}`)}: {rules[field]}
          </li>
        ))}
      </ul>
    );
  return (
    <FormShell
      form={form}
      submit={t('work.setUp.save')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={async (values) => {
        await verb.mutateAsync({
          body: {
            protectionDays: Number(values.protectionDays),
            extensionDays: Number(values.extensionDays),
            extensionsMax: Number(values.extensionsMax),
            answerHours: Number(values.answerHours),
          },
        });
        toast(t('work.setUp.saved'));
      }}
    >
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          label={t(`work.setUp.${field}`)}
          inputMode="numeric"
          {...form.getInputProps(field)}
        />
      ))}
    </FormShell>
  );
}
