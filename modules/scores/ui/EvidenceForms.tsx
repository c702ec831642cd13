import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import {
  addScoreEvidence,
  EVIDENCE_KINDS,
  listScoreEvidence,
  listScores,
  readScores,
  verifyScoreEvidence,
  type ScoreEvidence,
  type ScoreEvidenceKind,
} from '../contract.ts';

const TOUCHED = [listScoreEvidence, readScores, listScores];

/** Something that can be looked at: what it shows, where it is, when it was seen. */
export function AddEvidence({ partnerId, onDone }: { partnerId: string; onDone: () => void }) {
  const t = useWords('scores');
  const today = useToday();
  const verb = useVerb(addScoreEvidence, {
    invalidates: TOUCHED,
    onDone: () => {
      toast(t('evidence.added'));
      onDone();
    },
  });
  const need = (value: string) => (value.trim() ? null : t('evidence.needed'));
  const form = useForm<{ kind: ScoreEvidenceKind; says: string; source: string; seenOn: string }>({
    initialValues: { kind: 'kept_word', says: '', source: '', seenOn: today },
    validate: { says: need, source: need, seenOn: need },
  });
  return (
    <FormShell
      form={form}
      submit={t('evidence.save')}
      busy={verb.isPending}
      refusal={verb.error}
      onCancel={onDone}
      onSubmit={(body) => verb.mutateAsync({ params: { partnerId: partnerId as never }, body })}
    >
      <Select
        label={t('evidence.kind')}
        allowDeselect={false}
        data={EVIDENCE_KINDS.map((value) => ({ value, label: t(`evidence.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Textarea label={t('evidence.says')} autosize minRows={2} required {...form.getInputProps('says')} />
      <TextInput
        label={t('evidence.source')}
        description={t('evidence.sourceNote')}
        required
        {...form.getInputProps('source')}
      />
      <DayInput label={t('evidence.seenOn')} required max={today} {...form.getInputProps('seenOn')} />
    </FormShell>
  );
}

/** Another person looked at the thing itself. */
export function VerifyEvidence({ one, onDone }: { one: ScoreEvidence; onDone: () => void }) {
  const t = useWords('scores');
  const verb = useVerb(verifyScoreEvidence, {
    invalidates: TOUCHED,
    onDone: () => {
      toast(t('evidence.done'));
      onDone();
    },
  });
  const form = useForm({
    initialValues: { verdict: 'verified', how: '' },
    validate: { how: (value) => (value.trim() ? null : t('evidence.needed')) },
  });
  return (
    <FormShell
      form={form}
      submit={t('evidence.save')}
      busy={verb.isPending}
      refusal={verb.error}
      onCancel={onDone}
      onSubmit={({ verdict, how }) =>
        verb.mutateAsync({
          params: { evidenceId: one.id },
          body: { verdict: verdict === 'refuted' ? 'refuted' : 'verified', how },
        })
      }
    >
      <p>
        {one.says} · {one.source}
      </p>
      <Radio.Group label={t('evidence.verdict')} {...form.getInputProps('verdict')}>
        <Radio value="verified" label={t('evidence.verified')} />
        <Radio value="refuted" label={t('evidence.refuted')} />
      </Radio.Group>
      <Textarea label={t('evidence.how')} autosize minRows={2} required {...form.getInputProps('how')} />
    </FormShell>
  );
}
