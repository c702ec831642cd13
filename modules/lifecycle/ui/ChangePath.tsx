import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { changePath, readPartnerStage, readPipeline, type Path } from '../contract.ts';
import { PathChoice } from './EnterConveyor.tsx';

interface Props {
  readonly partnerId: string;
  readonly path: Path;
  readonly onClose: () => void;
}

/** Another path, as long as nobody approved anything. */
export function ChangePath({ partnerId, path: now, onClose }: Props) {
  const t = useWords('lifecycle');
  const verb = useVerb(changePath, {
    invalidates: [readPartnerStage, readPipeline],
    onDone: () => {
      toast(t('changePath.done'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: { path: now, reason: '' },
    validate: { reason: (value) => (value.trim() ? null : t('takeOver.needReason')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('changePath.title')}>
      <FormShell
        form={form}
        submit={t('changePath.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ path, reason }) =>
          verb.mutateAsync({
            params: { partnerId: partnerId as never },
            body: { path, reason: reason.trim() },
          })
        }
      >
        <PathChoice value={form.values.path} onChange={(path) => form.setFieldValue('path', path)} />
        <Textarea
          label={t('changePath.reason')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('reason')}
        />
      </FormShell>
    </SidePanel>
  );
}
