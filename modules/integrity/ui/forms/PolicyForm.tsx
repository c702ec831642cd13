import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, Loaded, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { listDetectors, readPolicy, setPolicy, type IntegrityPolicy } from '../../contract/looks.ts';

const REVIEW = ['serious', 'critical', 'never'] as const;
const PPM_A_PERCENT = 10_000;

/** What the company holds for its own name and its seasons, and how strict it is. */
export default function PolicyForm({ onClose }: { onClose: () => void }) {
  const read = useRead(readPolicy, {});
  return <Loaded read={read}>{(policy) => <Form policy={policy} onClose={onClose} />}</Loaded>;
}

function Form({ policy, onClose }: { policy: IntegrityPolicy; onClose: () => void }) {
  const t = useWords('integrity');
  const verb = useVerb(setPolicy, { invalidates: [readPolicy, listDetectors] });
  const form = useForm({
    initialValues: {
      brandWords: policy.brandWords.join(', '),
      ownDomains: policy.ownDomains.join(', '),
      checkoutEvents: policy.checkoutEvents.join(', '),
      seasons: policy.seasons
        .map(({ name, from, to, floorPpm }) => [name, from, to, floorPpm / PPM_A_PERCENT].join('; '))
        .join('\n'),
      reviewFrom: policy.reviewFrom,
    },
    validate: { seasons: (value) => (seasonsIn(value) ? null : t('policy.needSeasons')) },
  });
  return (
    <FormShell
      form={form}
      submit={t('detectors.save')}
      onSubmit={(values) =>
        verb.mutateAsync({
          body: {
            brandWords: wordsIn(values.brandWords),
            ownDomains: wordsIn(values.ownDomains),
            checkoutEvents: wordsIn(values.checkoutEvents),
            seasons: seasonsIn(values.seasons) ?? [],
            reviewFrom: values.reviewFrom,
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
      <TextInput
        label={t('policy.brandWords')}
        description={t('policy.brandNote')}
        {...form.getInputProps('brandWords')}
      />
      <TextInput label={t('policy.ownDomains')} {...form.getInputProps('ownDomains')} />
      <TextInput
        label={t('policy.checkoutEvents')}
        description={t('policy.checkoutNote')}
        {...form.getInputProps('checkoutEvents')}
      />
      <Textarea
        label={t('policy.seasons')}
        description={t('policy.seasonsNote')}
        autosize
        minRows={2}
        {...form.getInputProps('seasons')}
      />
      <Select
        label={t('policy.reviewFrom')}
        allowDeselect={false}
        data={REVIEW.map((value) => ({ value, label: t(`policy.of.${value}`) }))}
        {...form.getInputProps('reviewFrom')}
      />
    </FormShell>
  );
}

const wordsIn = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

const LINE = /^(.+);\s*(\d\d-\d\d);\s*(\d\d-\d\d);\s*(\d{1,3})\s*%?$/;

/** Null: a line is not read. */
function seasonsIn(text: string): IntegrityPolicy['seasons'] | null {
  const lines = text.split('\n').filter((line) => line.trim());
  const read = lines.flatMap((line) => {
    const [, name, from, to, percent] = LINE.exec(line.trim()) ?? [];
    return name && from && to && Number(percent) <= 100
      ? [{ name: name.trim(), from, to, floorPpm: Number(percent) * PPM_A_PERCENT }]
      : [];
  });
  return read.length === lines.length ? read : null;
}
