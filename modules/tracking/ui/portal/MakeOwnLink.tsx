import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { createOwnLink, getLinkSettings, listLinks } from '../../contract.ts';

interface Props {
  readonly onClose: () => void;
  readonly onMade: (linkId: string) => void;
}

/** A page of the company and a name for oneself; the address is made. */
export function MakeOwnLink({ onClose, onMade }: Props) {
  const t = useWords('tracking');
  const settings = useRead(getLinkSettings, {});
  const verb = useVerb(createOwnLink, {
    invalidates: [listLinks],
    onDone: (link) => {
      toast(t('own.done'));
      onMade(link.id);
    },
  });
  const form = useForm({
    initialValues: { destination: '', title: '' },
    validate: {
      destination: (value) => (URL.canParse(value.trim()) ? null : t('links.needDestination')),
    },
  });
  const hosts = (settings.data?.destinations ?? []).map(({ host }) => host);
  return (
    <SidePanel opened onClose={onClose} title={t('own.makeTitle')}>
      <FormShell
        form={form}
        submit={t('own.make')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ destination, title }) =>
          verb.mutateAsync({
            body: {
              destination: destination.trim(),
              ...(title.trim() ? { title: title.trim() } : {}),
            },
          })
        }
      >
        <TextInput
          label={t('own.destination')}
          description={
            settings.data && hosts.length === 0
              ? t('own.noHosts')
              : t('own.destinationNote', { hosts: hosts.join(', ') })
          }
          placeholder={hosts[0] ? `https://${hosts[0]}/` : 'https://'}
          inputMode="url"
          autoComplete="off"
          required
          {...form.getInputProps('destination')}
        />
        <TextInput
          label={t('own.name')}
          description={t('own.nameNote')}
          maxLength={200}
          {...form.getInputProps('title')}
        />
      </FormShell>
    </SidePanel>
  );
}
