import { Checkbox, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, toast, useFormat, useVerb, useWords } from '@mosty/ui-kit';
import { listDetectors, setDetector, type DetectorHealth } from '../../contract/looks.ts';
import classes from '../flags.module.css';

const PPM = 10_000;
const shownOf = (name: string, value: number) => (name.endsWith('_ppm') ? value / PPM : value);
const keptOf = (name: string, value: number) => (name.endsWith('_ppm') ? Math.round(value * PPM) : value);

interface Props {
  readonly detector: DetectorHealth;
  readonly mayChange: boolean;
  readonly onClose: () => void;
}

/** What a detector looks for, when it is wrong, and its thresholds. */
export default function DetectorForm({ detector, mayChange, onClose }: Props) {
  const t = useWords('integrity');
  const format = useFormat();
  const verb = useVerb(setDetector, { invalidates: [listDetectors] });
  const names = Object.keys(detector.shipped);
  const shownAll = (from: Readonly<Record<string, number>>) =>
    Object.fromEntries(names.map((name) => [name, shownOf(name, from[name] ?? 0)]));
  const form = useForm({ initialValues: { isOn: detector.isOn, thresholds: shownAll(detector.thresholds) } });
  const mayNot = !mayChange;
  return (
    <>
      <p>{t(`looks.${detector.code}`)}</p>
      <p className={classes.soft}>{t(`wrong.${detector.code}`)}</p>
      <FormShell
        form={form}
        submit={t('detectors.save')}
        onSubmit={({ isOn, thresholds }) =>
          verb.mutateAsync({
            params: { detector: detector.code },
            body: {
              isOn,
              thresholds: Object.fromEntries(
                names.map((name) => [name, keptOf(name, Number(thresholds[name] ?? 0))]),
              ),
            },
          })
        }
        onDone={() => {
          toast(t('detectors.saved'));
          onClose();
        }}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Checkbox
          label={t('detectors.isOn')}
          disabled={mayNot}
          {...form.getInputProps('isOn', { type: 'checkbox' })}
        />
        {names.map((name) => (
          <NumberInput
            key={name}
            label={t(`threshold.${name}`)}
            description={t('detectors.shipped', {
              value: format.count(
                shownOf(name, detector.shipped[name] ?? 0),
                Number.isInteger(shownOf(name, detector.shipped[name] ?? 0)) ? 0 : 1,
              ),
            })}
            min={0}
            disabled={mayNot}
            {...form.getInputProps(`thresholds.${name}`)}
          />
        ))}
      </FormShell>
    </>
  );
}
