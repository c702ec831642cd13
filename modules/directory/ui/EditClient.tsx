import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { getClient, getClientTimeline, listClients, updateClient } from '../contract.ts';
import { clientBody, ClientFields, clientRules } from './ClientFields.tsx';
import type { ClientCard } from './ClientScreen.tsx';

export function EditClient({ client, onClose }: { client: ClientCard; onClose: () => void }) {
  const t = useWords('directory');
  const verb = useVerb(updateClient, {
    invalidates: [getClient, listClients, getClientTimeline],
    onDone: () => {
      toast(t('form.saved'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: {
      name: client.name,
      externalId: client.externalId ?? '',
      email: client.email ?? '',
      phone: client.phone ?? '',
      taxNumber: client.taxNumber ?? '',
      person: client.person ?? '',
      site: client.site ?? '',
      country: client.country ?? '',
      segment: client.segment ?? '',
    },
    validate: clientRules(t),
  });
  return (
    <SidePanel opened onClose={onClose} title={client.name}>
      <FormShell
        form={form}
        submit={t('form.save')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={(values) => verb.mutateAsync({ params: { clientId: client.id }, body: clientBody(values) })}
      >
        <ClientFields form={form} />
      </FormShell>
    </SidePanel>
  );
}
