import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useWords } from '@mosty/ui-kit';

export interface ClientValues {
  name: string;
  externalId: string;
  email: string;
  phone: string;
  taxNumber: string;
  person: string;
  site: string;
  country: string;
  segment: string;
}

export const NO_CLIENT: ClientValues = {
  name: '',
  externalId: '',
  email: '',
  phone: '',
  taxNumber: '',
  person: '',
  site: '',
  country: '',
  segment: '',
};

export function clientRules(t: (key: string) => string) {
  return {
    name: (value: string) => (value.trim() ? null : t('form.needName')),
    email: (value: string) =>
      value.trim() === '' || /^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('form.needEmail'),
  };
}

/** Empty fields clear what was known. */
export function clientBody(values: ClientValues) {
  const { name, ...rest } = values;
  const others = Object.fromEntries(
    Object.entries(rest).map(([field, text]) => [field, text.trim() || null]),
  );
  return { name: name.trim(), ...others, country: values.country.trim().toUpperCase() || null };
}

export function ClientFields({ form }: { form: UseFormReturnType<ClientValues> }) {
  const t = useWords('directory');
  return (
    <>
      <TextInput label={t('form.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('client.externalId')}
        description={t('form.externalIdNote')}
        {...form.getInputProps('externalId')}
      />
      <TextInput label={t('client.taxNumber')} inputMode="numeric" {...form.getInputProps('taxNumber')} />
      <TextInput label={t('client.site')} {...form.getInputProps('site')} />
      <TextInput label={t('client.person')} {...form.getInputProps('person')} />
      <TextInput label={t('client.email')} type="email" {...form.getInputProps('email')} />
      <TextInput label={t('client.phone')} type="tel" {...form.getInputProps('phone')} />
      <TextInput label={t('client.segment')} {...form.getInputProps('segment')} />
      <TextInput
        label={t('client.country')}
        description={t('form.countryNote')}
        {...form.getInputProps('country')}
      />
    </>
  );
}
