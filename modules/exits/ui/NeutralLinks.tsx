import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { neutralizeLinks } from '../contract.ts';
import { CHANGED, type ExitPage } from './exit-reads.ts';

interface Props {
  readonly partnerId: string;
  readonly page: ExitPage;
  readonly onClose: () => void;
}

/** Links of the partner are printed somewhere: where they lead from now on. */
export function NeutralLinks({ partnerId, page, onClose }: Props) {
  const t = useWords('exits');
  const verb = useVerb(neutralizeLinks, { invalidates: CHANGED, onDone: () => toast(t('links.done')) });
  const form = useForm({
    initialValues: { destination: page.links.proposed ?? '' },
    validate: { destination: (value) => (URL.canParse(value.trim()) ? null : t('links.needAddress')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('links.open')}>
      <FormShell
        form={form}
        submit={t('links.save')}
        onSubmit={({ destination }) =>
          verb.mutateAsync({ params: { partnerId }, body: { destination: destination.trim() } })
        }
        onDone={onClose}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <TextInput
          label={t('links.address')}
          description={t('links.hint', { links: page.links.live, codes: page.links.codes })}
          {...form.getInputProps('destination')}
        />
      </FormShell>
    </SidePanel>
  );
}
