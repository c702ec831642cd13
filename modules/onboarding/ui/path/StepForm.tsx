import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { KINDS } from '@mosty/agreements/contract';
import { FormShell, SidePanel, useWords } from '@mosty/ui-kit';
import { PARTS, STEP_SIDES, type PathStep } from '../../contract.ts';
import { isWhole } from './test-draft.ts';
import { TestFields } from './TestFields.tsx';

interface Props {
  readonly step: PathStep;
  readonly onClose: () => void;
  readonly onDone: (step: PathStep) => void;
}

const LAST_DAY = 120;

/** Words, turn, day and short test of a step. It joins the draft. */
export function StepForm({ step, onClose, onDone }: Props) {
  const t = useWords('onboarding');
  const need = (value: string) => (value.trim() ? null : t('path.need'));
  const form = useForm({
    initialValues: step,
    validate: {
      ru: { title: need, what: need },
      en: { title: need, what: need },
      days: (value) =>
        Number.isInteger(value) && value >= 0 && value <= LAST_DAY ? null : t('path.needDays'),
      questions: (value) => (value.every(isWhole) ? null : t('path.needWhole')),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={step.ru.title === '' ? t('path.newStep') : t('path.editStep')}>
      <FormShell
        form={form}
        submit={t('path.take')}
        onSubmit={async (values) => onDone(values)}
        onCancel={onClose}
        busy={false}
      >
        <Select
          label={t('path.part')}
          allowDeselect={false}
          data={PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
          {...form.getInputProps('part')}
        />
        <TextInput label={t('path.titleRu')} maxLength={300} {...form.getInputProps('ru.title')} />
        <Textarea
          label={t('path.whatRu')}
          description={t('path.whatHint')}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('ru.what')}
        />
        <TextInput label={t('path.titleEn')} maxLength={300} {...form.getInputProps('en.title')} />
        <Textarea
          label={t('path.whatEn')}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('en.what')}
        />
        <Select
          label={t('path.side')}
          allowDeselect={false}
          data={STEP_SIDES.map((value) => ({ value, label: t(`path.sides.${value}`) }))}
          {...form.getInputProps('side')}
        />
        <NumberInput
          label={t('path.days')}
          description={t('path.daysHint')}
          min={0}
          max={LAST_DAY}
          allowDecimal={false}
          {...form.getInputProps('days')}
        />
        <MultiSelect
          label={t('path.kinds')}
          placeholder={form.values.kinds.length === 0 ? t('path.everyKind') : ''}
          data={KINDS.map((value) => ({ value, label: t(`agreements:kind.${value}`) }))}
          {...form.getInputProps('kinds')}
        />
        <TestFields
          value={form.values.questions}
          onChange={(questions) => form.setFieldValue('questions', questions)}
          isTried={form.errors['questions'] !== undefined}
        />
      </FormShell>
    </SidePanel>
  );
}
