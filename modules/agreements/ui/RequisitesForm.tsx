import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FREEZE_HOURS,
  getPartnerTimeline,
  listRequisites,
  sendRequisitesCode,
  setRequisites,
  type Requisites,
} from '@mosty/directory/contract';
import { ProveAgain } from '@mosty/identity/parts';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import type { PartnerCard } from './PartnerScreen.tsx';
import classes from './agreements.module.css';

/** Names as the Russian country pack reads them; another country writes an account and a bank. */
const RUSSIAN_FORMS = ['company', 'sole_proprietor', 'self_employed', 'individual'] as const;
const VAT = ['5', '7', '10', '22'] as const;
const BANK = ['account', 'bik', 'bankName', 'correspondentAccount'] as const;

export function RequisitesForm({
  partner,
  before,
  onClose,
}: {
  partner: Pick<PartnerCard, 'id' | 'name' | 'country' | 'taxNumber'>;
  before: Requisites | null;
  onClose: () => void;
}) {
  const t = useWords('agreements');
  const verb = useVerb(setRequisites, {
    invalidates: [listRequisites, getPartnerTimeline],
    onDone: () => {
      toast(t('requisites.saved'));
      onClose();
    },
  });
  const code = useVerb(sendRequisitesCode, {});
  // The form stays filled in while one proves oneself, and is sent again.
  const unproven = verb.error?.code === 'identity.proof_needed';
  const form = useForm({
    initialValues: {
      legalForm: before?.legalForm ?? 'company',
      country: before?.country ?? partner.country ?? 'RU',
      legalName: before?.legalName ?? partner.name,
      taxNumber: before?.taxNumber ?? partner.taxNumber ?? '',
      kpp: before?.fields['kpp'] ?? '',
      ogrn: before?.fields['ogrn'] ?? '',
      vatPercent: before?.fields['vatPercent'] ?? '',
      account: before?.bank['account'] ?? '',
      bik: before?.bank['bik'] ?? '',
      bankName: before?.bank['bankName'] ?? '',
      correspondentAccount: before?.bank['correspondentAccount'] ?? '',
    },
    validate: {
      legalName: (value) => (value.trim() ? null : t('requisites.needLegalName')),
      country: (value) => (/^[A-Za-z]{2}$/.test(value.trim()) ? null : t('requisites.needCountry')),
    },
  });
  const { legalForm } = form.values;
  const russian = legalForm !== 'other';
  const firm = legalForm === 'company';
  const pays = firm || legalForm === 'sole_proprietor';

  function send(values: typeof form.values): Promise<unknown> {
    const pick = (names: readonly (keyof typeof values)[]) =>
      Object.fromEntries(names.flatMap((name) => (values[name].trim() ? [[name, values[name].trim()]] : [])));
    const fields = pick([
      ...(firm ? (['kpp'] as const) : []),
      ...(pays ? (['ogrn', 'vatPercent'] as const) : []),
    ]);
    return verb.mutateAsync({
      params: { partnerId: partner.id },
      body: {
        country: russian ? 'RU' : values.country.trim().toUpperCase(),
        legalForm,
        legalName: values.legalName.trim(),
        taxNumber: values.taxNumber.trim() || null,
        fields,
        bank: pick(russian ? BANK : ['account', 'bankName']),
      },
    });
  }

  return (
    <SidePanel opened onClose={onClose} title={t('requisites.title')}>
      <p className={classes.soft} style={{ marginBottom: 20 }}>
        {t('requisites.formText', { hours: FREEZE_HOURS })}
      </p>
      {unproven ? (
        <ProveAgain
          onSendCode={() => code.mutateAsync({ params: { partnerId: partner.id } })}
          onProven={() => void send(form.values)}
        />
      ) : null}
      <FormShell
        form={form}
        submit={t('requisites.save')}
        busy={verb.isPending}
        refusal={unproven ? null : verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={send}
      >
        <Select
          label={t('requisites.legalForm')}
          allowDeselect={false}
          data={[...RUSSIAN_FORMS, 'other'].map((value) => ({
            value,
            label: t(`requisites.forms.${value}`),
          }))}
          {...form.getInputProps('legalForm')}
        />
        {russian ? null : (
          <TextInput
            label={t('requisites.country')}
            description={t('requisites.needCountry')}
            {...form.getInputProps('country')}
          />
        )}
        <TextInput label={t('requisites.legalName')} required {...form.getInputProps('legalName')} />
        <TextInput
          label={t('requisites.taxNumber')}
          inputMode="numeric"
          {...form.getInputProps('taxNumber')}
        />
        {firm ? <TextInput label={t('requisites.kpp')} {...form.getInputProps('kpp')} /> : null}
        {pays ? (
          <TextInput label={t('requisites.ogrn')} inputMode="numeric" {...form.getInputProps('ogrn')} />
        ) : null}
        {pays ? (
          <Select
            label={t('requisites.vatPercent')}
            clearable
            placeholder={t('requisites.noVat')}
            data={[...VAT]}
            value={form.values.vatPercent || null}
            onChange={(value) => form.setFieldValue('vatPercent', value ?? '')}
          />
        ) : null}
        <TextInput label={t('requisites.account')} inputMode="numeric" {...form.getInputProps('account')} />
        {russian ? (
          <TextInput label={t('requisites.bik')} inputMode="numeric" {...form.getInputProps('bik')} />
        ) : null}
        <TextInput label={t('requisites.bankName')} {...form.getInputProps('bankName')} />
        {russian ? (
          <TextInput
            label={t('requisites.correspondentAccount')}
            inputMode="numeric"
            {...form.getInputProps('correspondentAccount')}
          />
        ) : null}
      </FormShell>
    </SidePanel>
  );
}
