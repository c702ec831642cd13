import { useForm } from '@mantine/form';
import { ClassQuestions, wholeAnswers, type ClassDraft } from '@mosty/agreements/parts';
import { FormShell, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { answerClass, type Check } from '../contract.ts';
import { useCheckVerb } from './check-verb.ts';
import classes from './check.module.css';

/** The five questions of the class (S2.40), those of the wizard that opens an agreement; here they are kept. */
export function ClassForm({ check, onDone }: { check: Check; onDone: () => void }) {
  const t = useWords('recruiting');
  const verb = useCheckVerb(answerClass, onDone);
  const [lacks, setLacks] = useState(false);
  const form = useForm<{ draft: ClassDraft }>({
    initialValues: { draft: check.classDecision?.answers ?? { jointGoals: [] } },
  });
  async function send({ draft }: { draft: ClassDraft }): Promise<void> {
    const body = wholeAnswers(draft);
    setLacks(body === null);
    if (body) await verb.mutateAsync({ params: { partnerId: check.partner.id }, body });
  }
  return (
    <FormShell
      form={form}
      submit={t('check.write')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={send}
    >
      <ClassQuestions draft={form.values.draft} onChange={(draft) => form.setFieldValue('draft', draft)} />
      {lacks ? (
        <p className={classes.lacks} role="alert">
          {t('check.needAll')}
        </p>
      ) : null}
    </FormShell>
  );
}
