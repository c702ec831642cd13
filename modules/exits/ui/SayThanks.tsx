import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  LANGUAGES,
  SegmentTabs,
  SidePanel,
  toast,
  useLanguage,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { sendThanks } from '../contract.ts';
import { CHANGED, type ExitPage } from './exit-reads.ts';

interface Props {
  readonly partnerId: string;
  readonly page: ExitPage;
  readonly onClose: () => void;
}

/** The letter in the language of whoever reads it; without an address, how it was said. */
export function SayThanks({ partnerId, page, onClose }: Props) {
  const t = useWords('exits');
  const verb = useVerb(sendThanks, { invalidates: CHANGED, onDone: () => toast(t('thanks.done')) });
  const { drafts, hasAddress } = page.thanks;
  const [language, setLanguage] = useState(useLanguage());
  const form = useForm({
    initialValues: { ...(drafts[language] ?? { subject: '', text: '' }), saidOtherwise: '' },
    validate: hasAddress
      ? {
          subject: (value) => (value.trim() ? null : t('thanks.needSubject')),
          text: (value) => (value.trim() ? null : t('thanks.needText')),
        }
      : { saidOtherwise: (value) => (value.trim().length > 2 ? null : t('thanks.needHow')) },
  });
  const send = ({ subject, text, saidOtherwise }: typeof form.values) =>
    verb.mutateAsync({
      params: { partnerId },
      body: hasAddress
        ? { letter: { subject: subject.trim(), text: text.trim() } }
        : { saidOtherwise: saidOtherwise.trim() },
    });
  return (
    <SidePanel opened onClose={onClose} title={t('thanks.open')}>
      {hasAddress ? (
        <SegmentTabs
          label={t('thanks.language')}
          value={language}
          segments={LANGUAGES.map((value) => ({ value, label: t(`thanks.in.${value}`) }))}
          onChange={(chosen) => {
            setLanguage(chosen);
            form.setValues(drafts[chosen] ?? {});
          }}
        />
      ) : null}
      <FormShell
        form={form}
        submit={t(hasAddress ? 'thanks.send' : 'thanks.note')}
        onSubmit={send}
        onDone={onClose}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {hasAddress ? (
          <>
            <TextInput label={t('thanks.subject')} maxLength={300} {...form.getInputProps('subject')} />
            <Textarea
              label={t('thanks.text')}
              description={t('thanks.hint')}
              autosize
              minRows={10}
              {...form.getInputProps('text')}
            />
          </>
        ) : (
          <Textarea
            label={t('thanks.how')}
            description={t('thanks.howHint')}
            autosize
            minRows={3}
            maxLength={1000}
            {...form.getInputProps('saidOtherwise')}
          />
        )}
      </FormShell>
    </SidePanel>
  );
}
