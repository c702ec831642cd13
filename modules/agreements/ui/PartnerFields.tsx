import { Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { TRACKS, type Track } from '@mosty/directory/contract';
import { useWords } from '@mosty/ui-kit';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { useMembers } from './use-members.ts';

export interface PartnerValues {
  name: string;
  purpose: string;
  track: Track;
  owner: string | null;
  introducedBy: Picked | null;
  email: string;
  phone: string;
  taxNumber: string;
  site: string;
  city: string;
  externalId: string;
  note: string;
}

export const NO_PARTNER: PartnerValues = {
  name: '',
  purpose: '',
  track: 'scaled',
  owner: null,
  introducedBy: null,
  email: '',
  phone: '',
  taxNumber: '',
  site: '',
  city: '',
  externalId: '',
  note: '',
};

export function partnerRules(t: (key: string) => string) {
  return {
    name: (value: string) => (value.trim() ? null : t('form.needName')),
    email: (value: string) =>
      value.trim() === '' || /^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('form.needEmail'),
  };
}

/** Empty fields clear what was known. */
export function partnerBody({ name, track, owner, introducedBy, ...texts }: PartnerValues) {
  const others = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, text.trim() || null]),
  );
  return {
    ...others,
    name: name.trim(),
    track,
    ownerMemberId: owner,
    introducedByPartnerId: introducedBy?.id ?? null,
  };
}

/** The four axes never share a field: track is here, class and kind are of agreements, role is of a deal. */
export function PartnerFields({ form }: { form: UseFormReturnType<PartnerValues> }) {
  const t = useWords('agreements');
  const { keepers } = useMembers();
  return (
    <>
      <TextInput label={t('form.name')} required data-autofocus {...form.getInputProps('name')} />
      <Textarea
        label={t('form.purpose')}
        description={t('form.purposeNote')}
        autosize
        minRows={2}
        maxLength={300}
        {...form.getInputProps('purpose')}
      />
      <Select
        label={t('form.track')}
        description={t(`trackNote.${form.values.track}`)}
        allowDeselect={false}
        data={TRACKS.map((value) => ({ value, label: t(`track.${value}`) }))}
        {...form.getInputProps('track')}
      />
      <Select label={t('form.owner')} clearable data={keepers} {...form.getInputProps('owner')} />
      <PickPartner
        label={t('form.introduced')}
        value={form.values.introducedBy}
        onChange={(picked) => form.setFieldValue('introducedBy', picked)}
      />
      <TextInput label={t('form.email')} type="email" {...form.getInputProps('email')} />
      <TextInput label={t('form.phone')} type="tel" {...form.getInputProps('phone')} />
      <TextInput label={t('form.city')} {...form.getInputProps('city')} />
      <TextInput label={t('form.site')} {...form.getInputProps('site')} />
      <TextInput label={t('form.taxNumber')} inputMode="numeric" {...form.getInputProps('taxNumber')} />
      <TextInput
        label={t('form.externalId')}
        description={t('form.externalIdNote')}
        {...form.getInputProps('externalId')}
      />
      <Textarea
        label={t('form.note')}
        description={t('form.noteNote')}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </>
  );
}
