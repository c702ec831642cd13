import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { proposeVersion, type AgreementCard, type Point } from '../contract.ts';
import { AGREEMENT_READS } from './agreement-reads.ts';
import {
  bodyOf,
  draftOf,
  emptyPoints,
  NO_EXPECTATIONS,
  wrongInExclusivity,
  type ExclusivityDraft,
} from './expectations-form.ts';
import { ExpectationsFields } from './ExpectationsFields.tsx';
import classes from './agreements.module.css';

/** The next version begins with the words of the newest. */
export function ProposeVersion({ agreement, onClose }: { agreement: AgreementCard; onClose: () => void }) {
  const t = useWords('agreements');
  const [newest] = agreement.versions;
  const [wrong, setWrong] = useState<readonly Point[]>([]);
  const [wanting, setWanting] = useState<readonly (keyof ExclusivityDraft)[]>([]);
  const form = useForm({ initialValues: { expectations: newest ? draftOf(newest) : NO_EXPECTATIONS } });
  const verb = useVerb(proposeVersion, {
    invalidates: AGREEMENT_READS,
    onDone: () => {
      toast(t('propose.done'));
      onClose();
    },
  });
  async function send({ expectations }: typeof form.values): Promise<void> {
    const missing = emptyPoints(expectations);
    const less = wrongInExclusivity(expectations);
    setWrong(missing);
    setWanting(less);
    if (missing.length + less.length > 0) return;
    await verb.mutateAsync({ params: { agreementId: agreement.id }, body: bodyOf(expectations) });
  }
  return (
    <SidePanel opened wide onClose={onClose} title={t('propose.title')}>
      <p className={classes.soft} style={{ marginBottom: 20 }}>
        {t('propose.text')}
      </p>
      <FormShell
        form={form}
        submit={t('propose.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        onCancel={onClose}
        onSubmit={send}
      >
        <ExpectationsFields
          kind={agreement.kind}
          value={form.values.expectations}
          wrong={wrong}
          exclusivity={wanting}
          onChange={(expectations) => form.setFieldValue('expectations', expectations)}
        />
      </FormShell>
    </SidePanel>
  );
}
