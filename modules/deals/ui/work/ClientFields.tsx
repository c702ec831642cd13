import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useWords } from '@mosty/ui-kit';
import type { RegistrantClient } from '../../contract.ts';

export interface ClientTold {
  name: string;
  taxNumber: string;
  site: string;
  person: string;
  email: string;
  phone: string;
}

export const NOBODY: ClientTold = { name: '', taxNumber: '', site: '', person: '', email: '', phone: '' };

/** Only what was typed travels. */
export function clientOf(told: ClientTold): RegistrantClient {
  const { name, ...rest } = told;
  const typed = Object.entries(rest).filter(([, value]) => value.trim() !== '');
  return { name: name.trim(), ...Object.fromEntries(typed.map(([field, value]) => [field, value.trim()])) };
}

/** What is told of the client: the company is enough, each other field makes a duplicate surer. */
export function ClientFields<Values extends ClientTold>({ form }: { form: UseFormReturnType<Values> }) {
  const t = useWords('deals');
  return (
    <>
      <TextInput label={t('work.register.name')} required data-autofocus {...form.getInputProps('name')} />
      <p style={{ margin: 0 }}>{t('work.register.more')}</p>
      <TextInput label={t('work.register.taxNumber')} {...form.getInputProps('taxNumber')} />
      <TextInput label={t('work.register.site')} {...form.getInputProps('site')} />
      <TextInput label={t('work.register.person')} {...form.getInputProps('person')} />
      <TextInput label={t('work.register.email')} type="email" {...form.getInputProps('email')} />
      <TextInput label={t('work.register.phone')} type="tel" {...form.getInputProps('phone')} />
    </>
  );
}
