import { Radio, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { readPartnerStage, readPipeline, takeOverPartner, type Path } from '../contract.ts';
import { PathChoice } from './EnterConveyor.tsx';
import classes from './lifecycle.module.css';

/** Somebody who worked with us before is taken as it is: said aloud, with a reason, and counted. */
export function TakeOver({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const t = useWords('lifecycle');
  const verb = useVerb(takeOverPartner, {
    invalidates: [readPartnerStage, readPipeline],
    onDone: () => {
      toast(t('takeOver.done'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: { path: 'standard' as Path, stage: 'working', reason: '' },
    validate: { reason: (value) => (value.trim() ? null : t('takeOver.needReason')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('takeOver.title')}>
      <p className={classes.soft}>{t('takeOver.text')}</p>
      <FormShell
        form={form}
        submit={t('takeOver.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ path, stage, reason }) =>
          verb.mutateAsync({
            params: { partnerId: partnerId as never },
            body: { path, stage: stage === 'agreed' ? 'agreed' : 'working', reason: reason.trim() },
          })
        }
      >
        <Radio.Group label={t('takeOver.stage')} {...form.getInputProps('stage')}>
          {(['working', 'agreed'] as const).map((stage) => (
            <Radio key={stage} mt={8} value={stage} label={t(`stage.${stage}`)} />
          ))}
        </Radio.Group>
        <PathChoice value={form.values.path} onChange={(path) => form.setFieldValue('path', path)} />
        <Textarea
          label={t('takeOver.reason')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('reason')}
        />
      </FormShell>
    </SidePanel>
  );
}
