import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useMe, useVerb, useWords } from '@mosty/ui-kit';
import { acceptAgreement, type AgreementCard, type Side } from '../contract.ts';
import { AGREEMENT_READS } from './agreement-reads.ts';
import { VersionText } from './VersionText.tsx';
import classes from './agreements.module.css';

/** Accepts the newest version for a side, by its fingerprint: what is read here is what is accepted. */
export function AcceptVersion({
  agreement,
  side,
  onClose,
}: {
  agreement: AgreementCard;
  side: Side;
  onClose: () => void;
}) {
  const t = useWords('agreements');
  const me = useMe();
  const [version] = agreement.versions;
  // Somebody of the partner speaks for themselves; ours say where they heard it.
  const heard = side === 'theirs' && me.member.partnerId === null;
  const verb = useVerb(acceptAgreement, {
    invalidates: AGREEMENT_READS,
    onDone: () => {
      toast(t('accept.done'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: { person: heard ? '' : me.member.name, evidence: '' },
    validate: {
      person: (value) => (value.trim() ? null : t('accept.needPerson')),
      evidence: (value) => (!heard || value.trim() ? null : t('accept.needEvidence')),
    },
  });
  if (!version) return null;
  return (
    <SidePanel opened wide onClose={onClose} title={t('accept.title', { version: version.version })}>
      <VersionText version={version} />
      <p className={classes.soft} style={{ margin: '16px 0' }}>
        {t(`accept.${side}`)}. {t('accept.text')}
      </p>
      <FormShell
        form={form}
        submit={t('accept.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ person, evidence }) =>
          verb.mutateAsync({
            params: { agreementId: agreement.id },
            body: {
              version: version.version,
              bodyHash: version.bodyHash,
              side,
              person: person.trim(),
              evidence: evidence.trim() || null,
            },
          })
        }
      >
        <TextInput label={t('accept.person')} required {...form.getInputProps('person')} />
        {heard ? (
          <Textarea
            label={t('accept.evidence')}
            description={t('accept.evidenceNote')}
            autosize
            minRows={2}
            required
            {...form.getInputProps('evidence')}
          />
        ) : null}
      </FormShell>
    </SidePanel>
  );
}
