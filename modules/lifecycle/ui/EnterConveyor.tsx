import { Radio } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { enterConveyor, PATHS, readPartnerStage, readPipeline, type Path } from '../contract.ts';
import classes from './lifecycle.module.css';

/** A contact enters the conveyor: by which path it is led. */
export function EnterConveyor({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const t = useWords('lifecycle');
  const verb = useVerb(enterConveyor, {
    invalidates: [readPartnerStage, readPipeline],
    onDone: () => {
      toast(t('enter.done'));
      onClose();
    },
  });
  const form = useForm({ initialValues: { path: 'standard' as Path } });
  return (
    <SidePanel opened onClose={onClose} title={t('enter.title')}>
      <p className={classes.soft}>{t('enter.text')}</p>
      <FormShell
        form={form}
        submit={t('enter.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ path }) =>
          verb.mutateAsync({ params: { partnerId: partnerId as never }, body: { path } })
        }
      >
        <PathChoice value={form.values.path} onChange={(path) => form.setFieldValue('path', path)} />
      </FormShell>
    </SidePanel>
  );
}

/** The four paths, each with whom it is for. */
export function PathChoice({ value, onChange }: { value: Path; onChange: (path: Path) => void }) {
  const t = useWords('lifecycle');
  return (
    <Radio.Group label={t('enter.path')} value={value} onChange={(one) => onChange(one as Path)}>
      {PATHS.map((path) => (
        <Radio key={path} mt={10} value={path} label={t(`path.${path}`)} description={t(`pathFor.${path}`)} />
      ))}
    </Radio.Group>
  );
}
