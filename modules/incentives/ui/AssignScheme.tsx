import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { listAgreements } from '@mosty/agreements/contract';
import { search } from '@mosty/directory/contract';
import {
  DayInput,
  FormShell,
  SidePanel,
  toast,
  useFormat,
  useRead,
  useToday,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { useEffect, useState } from 'react';
import { assignSchemeTo, getScheme, listSchemes } from '../contract.ts';
import classes from './incentives.module.css';

const ROLES = ['any', 'source', 'implement', 'expertise', 'expand'] as const;

/** Pays one agreement of a partner by this scheme from a day on. */
export function AssignScheme({ schemeId, onClose }: { schemeId: string; onClose: () => void }) {
  const t = useWords('incentives');
  const agreementWords = useWords('agreements');
  const format = useFormat();
  const today = useToday();
  const verb = useVerb(assignSchemeTo, { invalidates: [getScheme, listSchemes] });
  const form = useForm({
    initialValues: {
      partnerId: '',
      agreementId: '',
      role: 'any' as (typeof ROLES)[number],
      validFrom: today as string,
    },
    validate: {
      agreementId: (value) => (value ? null : t('scheme.needAgreement')),
      validFrom: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? null : t('scheme.needDay')),
    },
  });
  const { partnerId } = form.values;
  const agreements = useRead(
    listAgreements,
    { params: { partnerId } },
    { enabled: partnerId !== '', keep: false },
  );
  const open = (agreements.data?.items ?? []).filter((agreement) => agreement.state !== 'ended');

  // A partner with one agreement leaves nothing to choose.
  const only = open.length === 1 ? (open[0]?.id ?? '') : '';
  const { setFieldValue } = form;
  useEffect(() => {
    if (only) setFieldValue('agreementId', only);
  }, [only, setFieldValue]);

  async function send({ agreementId, role, validFrom }: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { agreementId }, body: { schemeId, role, validFrom } });
    toast(t('scheme.assigned'));
    onClose();
  }

  return (
    <SidePanel opened onClose={onClose} title={t('scheme.assignTitle')}>
      <FormShell
        form={form}
        submit={t('scheme.assign')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
      >
        <PickPartner
          value={partnerId}
          onChange={(id) => {
            form.setFieldValue('partnerId', id);
            form.setFieldValue('agreementId', '');
          }}
        />
        {partnerId && agreements.data && open.length === 0 ? (
          <p className={classes.soft}>{t('scheme.noAgreements')}</p>
        ) : null}
        <Select
          label={t('scheme.agreement')}
          disabled={open.length === 0}
          description={partnerId ? undefined : t('scheme.partnerFirst')}
          data={open.map((agreement) => ({
            value: agreement.id,
            label: t('scheme.agreementLabel', {
              kind: agreementWords(`kind.${agreement.kind}`),
              day: format.when(agreement.startsOn),
            }),
          }))}
          {...form.getInputProps('agreementId')}
        />
        <Select
          label={t('scheme.role')}
          data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('role')}
        />
        <DayInput
          label={t('scheme.validFrom')}
          description={t('scheme.validFromNote')}
          required
          {...form.getInputProps('validFrom')}
        />
      </FormShell>
    </SidePanel>
  );
}

/** A partner by a few letters of its name or number. */
function PickPartner({ value, onChange }: { value: string; onChange: (partnerId: string) => void }) {
  const t = useWords('incentives');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const found = useRead(search, { query: { q: settled || ' ', limit: 20 } }, { enabled: settled.length > 1 });
  const partners = (found.data?.items ?? []).filter((item) => item.what === 'partner' && !item.archived);
  return (
    <Select
      label={t('scheme.partner')}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has filtered already, and knows more spellings than a comparison of letters.
      filter={({ options }) => options}
      data={partners.map((partner) => ({
        value: partner.id,
        label: partner.hint ? `${partner.name} · ${partner.hint}` : partner.name,
      }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
