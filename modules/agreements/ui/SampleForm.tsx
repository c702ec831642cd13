import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useLanguage, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { getExpectationsTemplate, listSamples, publishSample, type Point, type Sample } from '../contract.ts';
import { bodyOf, draftOf, emptyPoints } from './expectations-form.ts';
import { ExpectationsFields } from './ExpectationsFields.tsx';
import classes from './agreements.module.css';

/** A sample in the company's own words; agreements that were begun keep theirs. */
export function SampleForm({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const t = useWords('agreements');
  const language = useLanguage();
  const [wrong, setWrong] = useState<readonly Point[]>([]);
  const form = useForm({ initialValues: { expectations: draftOf(sample.body) } });
  const verb = useVerb(publishSample, {
    invalidates: [listSamples, getExpectationsTemplate],
    onDone: () => {
      toast(t('samples.done'));
      onClose();
    },
  });
  async function send({ expectations }: typeof form.values): Promise<void> {
    const missing = emptyPoints(expectations);
    setWrong(missing);
    if (missing.length > 0) return;
    await verb.mutateAsync({ params: { kind: sample.kind }, body: { language, body: bodyOf(expectations) } });
  }
  return (
    <SidePanel
      opened
      wide
      onClose={onClose}
      title={t('samples.editTitle', { kind: t(`kind.${sample.kind}`) })}
    >
      <p className={classes.soft} style={{ marginBottom: 20 }}>
        {t('samples.editText')}
      </p>
      <FormShell
        form={form}
        submit={t('samples.save')}
        busy={verb.isPending}
        refusal={verb.error}
        onCancel={onClose}
        onSubmit={send}
      >
        <ExpectationsFields
          kind={sample.kind}
          value={form.values.expectations}
          wrong={wrong}
          onChange={(expectations) => form.setFieldValue('expectations', expectations)}
        />
      </FormShell>
    </SidePanel>
  );
}
