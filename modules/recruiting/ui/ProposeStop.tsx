import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getPartner } from '@mosty/directory/contract';
import { FormShell, Loaded, SidePanel, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { listStopEntries, proposeStop, readPartnerStops, STOP_REASONS } from '../contract/stop-list.ts';

type Reason = (typeof STOP_REASONS)[number];
interface Props {
  /** Of whom we know; null: of somebody who never was here. */
  readonly partnerId: string | null;
  readonly onClose: () => void;
}

/** One person proposes; nothing changes until another decides. */
export function ProposeStop({ partnerId, onClose }: Props) {
  const t = useWords('recruiting');
  const read = useRead(
    getPartner,
    { params: { partnerId: partnerId ?? '' } },
    { enabled: partnerId !== null },
  );
  return (
    <SidePanel opened onClose={onClose} title={t('stopList.propose')}>
      {partnerId === null ? (
        <Form partnerId={null} name="" onClose={onClose} />
      ) : (
        <Loaded read={read}>
          {({ name }) => <Form partnerId={partnerId} name={name} onClose={onClose} />}
        </Loaded>
      )}
    </SidePanel>
  );
}

function Form({ partnerId, name, onClose }: Props & { name: string }) {
  const t = useWords('recruiting');
  const verb = useVerb(proposeStop, { invalidates: [listStopEntries, readPartnerStops] });
  const form = useForm({
    initialValues: {
      name,
      taxNumber: '',
      phone: '',
      email: '',
      site: '',
      person: '',
      reasonCode: '' as Reason | '',
      evidence: '',
      evidenceLink: '',
    },
    validate: {
      name: (value) => (value.trim() ? null : t('stopList.form.needName')),
      reasonCode: (value) => (value ? null : t('stopList.form.needReason')),
      evidence: (value) => (value.trim().length >= 20 ? null : t('stopList.form.needEvidence')),
    },
  });
  async function send({ reasonCode, evidence, name: called, ...rest }: typeof form.values): Promise<void> {
    if (reasonCode === '') return;
    const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== ''));
    await verb.mutateAsync({
      body: { name: called, reasonCode, evidence, ...told, ...(partnerId === null ? {} : { partnerId }) },
    });
    toast(t('stopList.form.done'));
    onClose();
  }
  return (
    <FormShell
      form={form}
      submit={t('stopList.propose')}
      onSubmit={send}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <TextInput label={t('stopList.form.name')} {...form.getInputProps('name')} />
      <Select
        label={t('stopList.form.reason')}
        data={STOP_REASONS.map((value) => ({ value, label: t(`lifecycle:reason.${value}`) }))}
        {...form.getInputProps('reasonCode')}
      />
      <Textarea
        label={t('stopList.form.evidence')}
        description={t('stopList.form.evidenceNote')}
        autosize
        minRows={4}
        {...form.getInputProps('evidence')}
      />
      <TextInput label={t('stopList.form.evidenceLink')} {...form.getInputProps('evidenceLink')} />
      <p>{t(partnerId === null ? 'stopList.form.knownBy' : 'stopList.form.knownByToo')}</p>
      <TextInput label={t('stopList.form.taxNumber')} {...form.getInputProps('taxNumber')} />
      <TextInput label={t('stopList.form.phone')} type="tel" {...form.getInputProps('phone')} />
      <TextInput label={t('stopList.form.email')} type="email" {...form.getInputProps('email')} />
      <TextInput label={t('stopList.form.site')} {...form.getInputProps('site')} />
      <TextInput label={t('stopList.form.person')} {...form.getInputProps('person')} />
    </FormShell>
  );
}
