import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import {
  addPromise,
  getAgreement,
  listAgreements,
  listPartners,
  listPromises,
  type AgreementCard,
} from '../contract.ts';

/** A promise given between versions, at a call or in a letter. */
export function AddPromise({
  agreements,
  onClose,
}: {
  agreements: readonly AgreementCard[];
  onClose: () => void;
}) {
  const t = useWords('agreements');
  const verb = useVerb(addPromise, {
    invalidates: [listPromises, getAgreement, listAgreements, listPartners],
    onDone: () => {
      toast(t('promises.done'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: {
      agreementId: agreements[0]?.id as string,
      side: 'ours' as 'ours' | 'theirs',
      words: '',
      dueOn: '',
    },
    validate: { words: (value) => (value.trim() ? null : t('promises.needWords')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('promises.add')}>
      <FormShell
        form={form}
        submit={t('promises.add')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ agreementId, words, dueOn, side }) =>
          verb.mutateAsync({
            params: { agreementId },
            body: { side, words: words.trim(), dueOn: dueOn || null },
          })
        }
      >
        {agreements.length > 1 ? (
          <Select
            label={t('promises.which')}
            allowDeselect={false}
            data={agreements.map((agreement) => ({
              value: agreement.id as string,
              label: [t(`kit:class.${agreement.class}`), t(`kind.${agreement.kind}`), agreement.number]
                .filter(Boolean)
                .join(' · '),
            }))}
            {...form.getInputProps('agreementId')}
          />
        ) : null}
        <Select
          label={t('propose.side')}
          allowDeselect={false}
          data={(['ours', 'theirs'] as const).map((value) => ({ value, label: t(`propose.${value}`) }))}
          {...form.getInputProps('side')}
        />
        <Textarea
          label={t('propose.words')}
          autosize
          minRows={2}
          maxLength={300}
          required
          data-autofocus
          {...form.getInputProps('words')}
        />
        <DayInput label={t('propose.due')} {...form.getInputProps('dueOn')} />
      </FormShell>
    </SidePanel>
  );
}
