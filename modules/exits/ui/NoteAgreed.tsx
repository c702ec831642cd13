import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { noteSummaryAgreed } from '../contract.ts';
import { CHANGED } from './exit-reads.ts';

interface Props {
  readonly partnerId: string;
  readonly version: number;
  readonly onClose: () => void;
}

/** The partner agreed by a letter or by phone: where it is seen. */
export function NoteAgreed({ partnerId, version, onClose }: Props) {
  const t = useWords('exits');
  const verb = useVerb(noteSummaryAgreed, { invalidates: CHANGED, onDone: () => toast(t('summary.noted')) });
  const form = useForm({
    initialValues: { proof: '' },
    validate: { proof: (value) => (value.trim().length > 2 ? null : t('summary.needProof')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('summary.note')}>
      <FormShell
        form={form}
        submit={t('summary.save')}
        onSubmit={({ proof }) =>
          verb.mutateAsync({ params: { partnerId }, body: { version, proof: proof.trim() } })
        }
        onDone={onClose}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea
          label={t('summary.proof')}
          description={t('summary.proofHint')}
          autosize
          minRows={3}
          maxLength={1000}
          {...form.getInputProps('proof')}
        />
      </FormShell>
    </SidePanel>
  );
}
