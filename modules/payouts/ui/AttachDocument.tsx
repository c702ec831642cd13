import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { UploadFile, type Uploaded } from '@mosty/files/parts';
import { DayInput, FormShell, SidePanel, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { attachDocument, listDocuments, listMissingReceipts, type DocumentKind } from '../contract.ts';

/** What the document is of: one payout, or a month's statement. */
export type DocumentOf = { readonly partnerId: string } & (
  | { readonly payoutId: string }
  | { readonly statementId: string }
);

const WORDS = {
  receipt: { attach: 'documents.attach', link: 'documents.orLink' },
  act: { attach: 'documents.attachAct', link: 'documents.orActLink' },
} as const;

/** A receipt or an act: its number, its day, and a file or the tax service's address. */
export function AttachDocument({
  kind = 'receipt',
  of,
  own,
  onClose,
}: {
  kind?: DocumentKind;
  of: DocumentOf;
  own: boolean;
  onClose: () => void;
}) {
  const t = useWords('payouts');
  const today = useToday();
  const verb = useVerb(attachDocument, { invalidates: [listDocuments, listMissingReceipts] });
  const form = useForm({
    initialValues: { number: '', onDay: today as string, file: null as Uploaded | null, link: '' },
    validate: {
      number: (value) => (value.trim() ? null : t('documents.needNumber')),
      onDay: (value) => (value ? null : t('documents.needDay')),
      file: (value, { link }) => (value || link.trim() ? null : t('documents.needFile')),
      link: (value) => (!value.trim() || value.startsWith('https://') ? null : t('documents.needLink')),
    },
  });
  async function send({ number, onDay, file, link }: typeof form.values): Promise<void> {
    await verb.mutateAsync({
      body: {
        kind,
        ...('payoutId' in of ? { payoutId: of.payoutId } : { statementId: of.statementId }),
        number,
        onDay,
        fileId: file?.id,
        link: link.trim() || undefined,
      },
    });
    toast(t('documents.done'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t(WORDS[kind].attach)}>
      <FormShell
        form={form}
        submit={t(WORDS[kind].attach)}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <TextInput label={t('documents.number')} maxLength={100} {...form.getInputProps('number')} />
        <DayInput label={t('documents.day')} max={today} {...form.getInputProps('onDay')} />
        <UploadFile
          label={t('documents.file')}
          purpose={kind}
          partnerId={own ? undefined : of.partnerId}
          value={form.values.file}
          onChange={(file) => form.setFieldValue('file', file)}
          error={form.errors['file']}
        />
        <TextInput
          label={t(WORDS[kind].link)}
          description={kind === 'receipt' ? t('documents.orLinkNote') : undefined}
          {...form.getInputProps('link')}
        />
      </FormShell>
    </SidePanel>
  );
}
