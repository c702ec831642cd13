import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { FormShell, paths, SidePanel, toast, useGo, useVerb, useWords } from '@mosty/ui-kit';
import { raiseFlag } from '../contract/flags.ts';
import { BY_HAND, SEVERITIES, type ByHand, type Severity } from '../contract/signs.ts';
import { CHANGED } from './flag-reads.ts';
import classes from './flags.module.css';

/** What a person saw and figures do not show. */
export function RaiseFlag({ onClose }: { onClose: () => void }) {
  const t = useWords('integrity');
  const go = useGo();
  const verb = useVerb(raiseFlag, { invalidates: CHANGED });
  const form = useForm({
    initialValues: {
      partner: null as Picked | null,
      sign: 'brand_bidding' as ByHand,
      severity: 'watch' as Severity,
      reason: '',
      text: '',
      url: '',
    },
    validate: {
      partner: (value) => (value ? null : t('raise.needPartner')),
      reason: (value) => (value.trim().length >= 3 ? null : t('raise.needReason')),
    },
  });
  async function send({ partner, text, url, ...told }: typeof form.values): Promise<void> {
    if (!partner) return;
    const seen = text.trim() || url.trim();
    const evidence = seen ? [{ text: text.trim() || seen, ...(url.trim() ? { url: url.trim() } : {}) }] : [];
    const raised = await verb.mutateAsync({ body: { ...told, partnerId: partner.id, evidence } });
    toast(t('raise.done'));
    go(paths.flag({ flagId: raised.id }));
  }
  return (
    <SidePanel opened onClose={onClose} title={t('raise.title')}>
      <FormShell
        form={form}
        submit={t('raise.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <PickPartner
          label={t('raise.partner')}
          value={form.values.partner}
          onChange={(picked) => form.setFieldValue('partner', picked)}
          error={form.errors['partner']}
        />
        <Select
          label={t('raise.sign')}
          allowDeselect={false}
          data={BY_HAND.map((value) => ({ value, label: t(`sign.${value}`) }))}
          {...form.getInputProps('sign')}
        />
        <Select
          label={t('raise.severity')}
          allowDeselect={false}
          data={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
          {...form.getInputProps('severity')}
        />
        <Textarea
          label={t('raise.reason')}
          description={t('raise.reasonNote')}
          autosize
          minRows={3}
          maxLength={1000}
          {...form.getInputProps('reason')}
        />
        <TextInput label={t('raise.evidence')} maxLength={300} {...form.getInputProps('text')} />
        <TextInput label={t('raise.url')} type="url" maxLength={1000} {...form.getInputProps('url')} />
        <p className={classes.soft}>{t('raise.note')}</p>
      </FormShell>
    </SidePanel>
  );
}
