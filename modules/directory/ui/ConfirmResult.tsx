import { Checkbox, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { confirmResult, getClient, getClientTimeline, listClients } from '../contract.ts';
import type { ClientCard } from './ClientScreen.tsx';

export function ConfirmResult({ client, onClose }: { client: ClientCard; onClose: () => void }) {
  const t = useWords('directory');
  const verb = useVerb(confirmResult, {
    invalidates: [getClient, listClients, getClientTimeline],
    onDone: () => {
      toast(t('proofs.done'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: {
      evidence: client.resultEvidence ?? '',
      satisfied: client.satisfied ?? false,
      consents: client.consentAt !== null,
    },
    validate: { evidence: (value) => (value.trim() ? null : t('proofs.needEvidence')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('proofs.confirmTitle')}>
      <FormShell
        form={form}
        submit={t('proofs.save')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ evidence, ...rest }) =>
          verb.mutateAsync({ params: { clientId: client.id }, body: { evidence: evidence.trim(), ...rest } })
        }
      >
        <Textarea
          label={t('proofs.evidence')}
          description={t('proofs.evidenceNote')}
          autosize
          minRows={3}
          required
          data-autofocus
          {...form.getInputProps('evidence')}
        />
        <Checkbox label={t('proofs.satisfied')} {...form.getInputProps('satisfied', { type: 'checkbox' })} />
        <Checkbox label={t('proofs.consents')} {...form.getInputProps('consents', { type: 'checkbox' })} />
      </FormShell>
    </SidePanel>
  );
}
