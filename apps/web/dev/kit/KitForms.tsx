import { Button, Select, TextInput, Textarea, Checkbox, Radio } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Act,
  ConfirmWithConsequence,
  CopyText,
  FormShell,
  Section,
  toast,
  useLanguage,
  ApiRefusal,
} from '@mosty/ui-kit';

const TEXT = {
  ru: {
    form: 'Форма',
    name: 'Название',
    hint: 'Как в договоре',
    kind: 'Вид',
    note: 'Заметка',
    add: 'Добавить партнёра',
    required: 'Как назвать партнёра?',
    actions: 'Действия',
    undo: 'Показать «Вернуть»',
    undone: 'Начисление снято с проверки',
    close: 'Закрыть ноябрь',
    closeTitle: 'Закрыть ноябрь 2026?',
    closeText:
      'Будет 38 отчётов партнёрам на 461 000,50 ₽. После закрытия суммы меняет только исправляющая проводка.',
    reason: 'Почему сейчас',
    pay: 'Утвердить выплату',
    check: 'Самозанятый',
    both: 'Ведём лично',
    own: 'Самостоятельный',
  },
  en: {
    form: 'Form',
    name: 'Name',
    hint: 'As in the agreement',
    kind: 'Kind',
    note: 'Note',
    add: 'Add partner',
    required: 'What is the partner called?',
    actions: 'Actions',
    undo: 'Show undo',
    undone: 'The accrual is released',
    close: 'Close November',
    closeTitle: 'Close November 2026?',
    closeText:
      '38 statements for ₽461,000.50 will be made. After closing only a correcting entry changes sums.',
    reason: 'Why now',
    pay: 'Approve payout',
    check: 'Self-employed',
    both: 'High-touch',
    own: 'Self-serve',
  },
};

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function KitForms() {
  const t = TEXT[useLanguage()];
  const form = useForm({ initialValues: { name: '', kind: 'agent', note: '' } });
  return (
    <>
      <Section title={t.form}>
        <FormShell
          form={form}
          submit={t.add}
          busy={false}
          onCancel={() => form.reset()}
          onSubmit={async () => {
            await wait(200);
            throw new ApiRefusal({
              kind: 'invalid',
              code: 'directory.name',
              status: 422,
              errors: [{ path: 'name', message: t.required }],
            });
          }}
        >
          <TextInput label={t.name} description={t.hint} withAsterisk {...form.getInputProps('name')} />
          <Select
            label={t.kind}
            data={[
              { value: 'agent', label: 'Агент' },
              { value: 'integrator', label: 'Внедренец' },
            ]}
            {...form.getInputProps('kind')}
          />
          <Textarea label={t.note} autosize minRows={2} {...form.getInputProps('note')} />
          <Checkbox label={t.check} />
          <Radio.Group defaultValue="a">
            <Radio value="a" label={t.both} mb={8} />
            <Radio value="b" label={t.own} />
          </Radio.Group>
        </FormShell>
      </Section>
      <Section title={t.actions}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }}>
          <ConfirmWithConsequence
            title={t.closeTitle}
            consequence={t.closeText}
            confirm={t.close}
            reason={t.reason}
            onConfirm={() => wait(500)}
          >
            {(ask) => (
              <Button variant="default" onClick={ask}>
                {t.close}
              </Button>
            )}
          </ConfirmWithConsequence>
          <Button variant="default" onClick={() => toast(t.undone, () => wait(500))}>
            {t.undo}
          </Button>
          <Act can={{ because: 'kit.not_permitted' }} onClick={() => undefined}>
            {t.pay}
          </Act>
          <Button variant="subtle">{t.add}</Button>
          <Button color="risk">{t.close}</Button>
          <CopyText label="Copy" text="mosty_sk_9f2c41d0a7" />
        </div>
      </Section>
    </>
  );
}
