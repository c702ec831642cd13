import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  Loaded,
  SidePanel,
  toast,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { readNorms, readPipeline, setNorms } from '../contract.ts';
import { ON_THE_WAY } from './stages-shown.ts';
import classes from './lifecycle.module.css';

type Answer = AnswerOf<typeof readNorms>;

/** How many days a partner usually spends in each stage: longer than that shows on the board. */
export function Norms({ onClose }: { onClose: () => void }) {
  const t = useWords('lifecycle');
  const read = useRead(readNorms, {});
  return (
    <SidePanel opened onClose={onClose} title={t('norms.title')}>
      <p className={classes.soft}>{t('norms.text')}</p>
      <Loaded read={read}>{({ norms }) => <NormsForm norms={norms} onClose={onClose} />}</Loaded>
    </SidePanel>
  );
}

function NormsForm({ norms, onClose }: { norms: Answer['norms']; onClose: () => void }) {
  const t = useWords('lifecycle');
  const verb = useVerb(setNorms, {
    invalidates: [readNorms, readPipeline],
    onDone: () => {
      toast(t('norms.done'));
      onClose();
    },
  });
  const form = useForm<Record<string, number | string>>({
    initialValues: Object.fromEntries(ON_THE_WAY.map((stage) => [stage, norms[stage] ?? ''])),
  });
  return (
    <FormShell
      form={form}
      submit={t('norms.submit')}
      busy={verb.isPending}
      refusal={verb.error}
      onCancel={onClose}
      onSubmit={(values) =>
        verb.mutateAsync({
          body: {
            norms: Object.fromEntries(
              ON_THE_WAY.map((stage) => [stage, values[stage] === '' ? null : Number(values[stage])]),
            ),
          },
        })
      }
    >
      {ON_THE_WAY.map((stage) => (
        <NumberInput
          key={stage}
          label={t(`stage.${stage}`)}
          min={1}
          max={730}
          allowDecimal={false}
          {...form.getInputProps(stage)}
        />
      ))}
    </FormShell>
  );
}
