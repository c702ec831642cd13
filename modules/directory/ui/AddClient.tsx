import { useForm } from '@mantine/form';
import { FormShell, paths, SidePanel, toast, useGo, useVerb, useWords } from '@mosty/ui-kit';
import { createClient, listClients } from '../contract.ts';
import { clientBody, ClientFields, clientRules, NO_CLIENT } from './ClientFields.tsx';

export function AddClient({ onClose }: { onClose: () => void }) {
  const t = useWords('directory');
  const go = useGo();
  const verb = useVerb(createClient, { invalidates: [listClients] });
  const form = useForm({ initialValues: NO_CLIENT, validate: clientRules(t) });
  return (
    <SidePanel opened onClose={onClose} title={t('actions.addClient')}>
      <FormShell
        form={form}
        submit={t('form.add')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { id } = await verb.mutateAsync({ body: clientBody(values) });
          toast(t('form.added'));
          go(paths.client({ clientId: id }), { replace: true });
        }}
      >
        <ClientFields form={form} />
      </FormShell>
    </SidePanel>
  );
}
