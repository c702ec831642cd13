import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, useToday, useWords } from '@mosty/ui-kit';
import {
  addEvidence,
  EVIDENCE_KINDS,
  verifyEvidence,
  type Check,
  type EvidenceKind,
  type Subject,
} from '../contract.ts';
import { useCheckVerb } from './check-verb.ts';

/** Something that can be looked at: what it shows, where it is, when it was seen. */
export function EvidenceForm({
  check,
  subject,
  onDone,
}: {
  check: Check;
  subject: Subject;
  onDone: () => void;
}) {
  const t = useWords('recruiting');
  const today = useToday();
  const verb = useCheckVerb(addEvidence, onDone);
  const need = (value: string) => (value.trim() ? null : t('check.needed'));
  const form = useForm<{ kind: EvidenceKind; says: string; source: string; seenOn: string }>({
    initialValues: { kind: 'case', says: '', source: '', seenOn: today },
    validate: { says: need, source: need, seenOn: need },
  });
  return (
    <FormShell
      form={form}
      submit={t('check.act.evidence')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={(values) =>
        verb.mutateAsync({ params: { partnerId: check.partner.id }, body: { subject, ...values } })
      }
    >
      <p>{t('check.evidenceOf', { subject: t(`check.of.${subject}`) })}</p>
      <Select
        label={t('check.kindOf')}
        description={form.values.kind === 'screenshot' ? t('check.screenshotNote') : undefined}
        allowDeselect={false}
        data={EVIDENCE_KINDS.map((value) => ({ value, label: t(`check.kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Textarea label={t('check.says')} autosize minRows={2} required {...form.getInputProps('says')} />
      <TextInput
        label={t('check.source')}
        description={t('check.sourceNote')}
        required
        {...form.getInputProps('source')}
      />
      <DayInput label={t('check.seenOn')} required max={today} {...form.getInputProps('seenOn')} />
    </FormShell>
  );
}

/** Another person looked at the thing itself (S0.28). */
export function VerifyForm({
  evidenceId,
  says,
  onDone,
}: {
  evidenceId: string;
  says: string;
  onDone: () => void;
}) {
  const t = useWords('recruiting');
  const verb = useCheckVerb(verifyEvidence, onDone);
  const form = useForm({
    initialValues: { verdict: 'verified', how: '' },
    validate: { how: (value) => (value.trim() ? null : t('check.needed')) },
  });
  return (
    <FormShell
      form={form}
      submit={t('check.write')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={({ verdict, how }) =>
        verb.mutateAsync({
          params: { evidenceId: evidenceId as never },
          body: { verdict: verdict === 'refuted' ? 'refuted' : 'verified', how },
        })
      }
    >
      <p>{says}</p>
      <Radio.Group label={t('check.verdictOf')} {...form.getInputProps('verdict')}>
        <Radio mt={8} value="verified" label={t('check.isSo')} />
        <Radio mt={8} value="refuted" label={t('check.isNotSo')} />
      </Radio.Group>
      <TextInput
        label={t('check.how')}
        description={t('check.howNote')}
        required
        {...form.getInputProps('how')}
      />
    </FormShell>
  );
}
