import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useLanguage, useMe, useVerb, useWords } from '@mosty/ui-kit';
import { acceptOurText, acceptText, listPartnerTexts, listTexts, type CompanyText } from '../contract.ts';
import classes from './agreements.module.css';

/** ours: for the company itself · theirs: one of us writes down the partner's word · own: the partner's person. */
export type Accepting = 'ours' | 'theirs' | 'own';

/** The whole text, then the name of whoever accepts it: what is read here is what is accepted. */
export function AcceptText({
  text,
  by,
  partnerId,
  onClose,
}: {
  text: CompanyText;
  by: Accepting;
  partnerId?: string;
  onClose: () => void;
}) {
  const t = useWords('agreements');
  const me = useMe();
  const language = useLanguage();
  const invalidates = [listTexts, listPartnerTexts];
  const ours = useVerb(acceptOurText, { invalidates });
  const theirs = useVerb(acceptText, { invalidates });
  const verb = by === 'ours' ? ours : theirs;
  const words = text.words[language];
  const form = useForm({
    initialValues: { person: by === 'theirs' ? '' : me.member.name, evidence: '', whole: by !== 'own' },
    validate: {
      person: (value) => (value.trim() ? null : t('texts.needPerson')),
      evidence: (value) => (by !== 'theirs' || value.trim() ? null : t('texts.needEvidence')),
      whole: (value) => (value ? null : t('rules.needWhole')),
    },
  });
  async function send({ person, evidence }: typeof form.values): Promise<void> {
    const { kind, bodyHash } = text;
    const said = { bodyHash, person: person.trim() };
    if (by === 'ours') await ours.mutateAsync({ params: { kind }, body: said });
    else if (partnerId)
      await theirs.mutateAsync({
        params: { kind, partnerId },
        body: { ...said, evidence: evidence.trim() || null },
      });
    toast(t('texts.done'));
    onClose();
  }
  return (
    <SidePanel opened wide onClose={onClose} title={t('texts.acceptTitle', { text: words.title })}>
      <p className={classes.wholeText}>{words.body}</p>
      <FormShell
        form={form}
        submit={t(by === 'theirs' ? 'texts.record' : 'texts.submit')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
      >
        {by === 'own' ? (
          <Checkbox label={t('rules.whole')} {...form.getInputProps('whole', { type: 'checkbox' })} />
        ) : null}
        <TextInput label={t('texts.person')} required {...form.getInputProps('person')} />
        {by === 'theirs' ? (
          <Textarea
            label={t('texts.evidence')}
            description={t('texts.evidenceNote')}
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
