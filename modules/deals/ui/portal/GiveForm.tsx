import { Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { OwnLimits } from '@mosty/lifecycle/parts';
import { FormShell, PageHeading, useVerb, useWords, type AnswerOf } from '@mosty/ui-kit';
import { HANDOVER_BASES, listDealCards, registerDeal, type HandoverBasis } from '../../contract.ts';
import { clientOf } from '../work/ClientFields.tsx';
import { contactOf } from './contact.ts';
import { Duplicate } from './Duplicate.tsx';
import classes from './portal.module.css';

const EMPTY = {
  name: '',
  contact: '',
  basis: '' as HandoverBasis | '',
  person: '',
  taxNumber: '',
  site: '',
  next: '',
};

type Told = typeof EMPTY;

/** What travels: the contact becomes what it is, empty fields stay at home. */
function clientTold({ name, contact, person, taxNumber, site }: Told) {
  return clientOf({ name, person, taxNumber, site, email: '', phone: '', ...contactOf(contact) });
}

export function GiveForm(props: {
  onGiven: (answer: AnswerOf<typeof registerDeal>, byLetter: boolean) => void;
}) {
  const t = useWords('deals');
  const verb = useVerb(registerDeal, { invalidates: [listDealCards] });
  const form = useForm<Told>({
    initialValues: EMPTY,
    validate: {
      name: (value) => (value.trim() ? null : t('work.register.needName')),
      contact: (value, { basis }) => {
        const contact = contactOf(value);
        if (contact === null) return t('own.give.badContact');
        return basis === 'confirmation_letter' && !('email' in contact) ? t('own.give.needEmail') : null;
      },
      basis: (value) => (value ? null : t('work.register.needBasis')),
    },
  });
  const { values } = form;

  async function send(told: Told): Promise<void> {
    const next = told.next.trim();
    const answer = await verb.mutateAsync({
      body: {
        client: clientTold(told),
        ...(told.basis ? { handoverBasis: told.basis } : {}),
        ...(next ? { nextStep: next } : {}),
      },
    });
    props.onGiven(answer, told.basis === 'confirmation_letter');
  }

  return (
    <>
      <PageHeading title={t('own.give.title')} answer={t('own.give.answer')} />
      <OwnLimits />
      <div className={classes.form}>
        <FormShell
          form={form}
          submit={t('own.give.send')}
          onSubmit={send}
          busy={verb.isPending}
          refusal={verb.error}
          guard={false}
        >
          <TextInput
            label={t('own.give.name')}
            required
            maxLength={300}
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('own.give.contact')}
            description={t('own.give.contactNote')}
            maxLength={200}
            autoComplete="off"
            inputMode="email"
            {...form.getInputProps('contact')}
          />
          <Duplicate client={contactOf(values.contact) === null ? null : clientTold(values)} />
          <Radio.Group label={t('own.give.basis')} required {...form.getInputProps('basis')}>
            <div className={classes.choices}>
              {HANDOVER_BASES.map((basis) => (
                <Radio key={basis} value={basis} label={t(`work.basis.${basis}`)} />
              ))}
            </div>
          </Radio.Group>
          <details className={classes.more}>
            <summary>{t('own.give.more')}</summary>
            <div>
              <TextInput label={t('own.give.person')} maxLength={200} {...form.getInputProps('person')} />
              <TextInput
                label={t('own.give.taxNumber')}
                inputMode="numeric"
                maxLength={32}
                {...form.getInputProps('taxNumber')}
              />
              <TextInput
                label={t('own.give.site')}
                inputMode="url"
                maxLength={300}
                {...form.getInputProps('site')}
              />
              <TextInput label={t('own.give.next')} maxLength={300} {...form.getInputProps('next')} />
            </div>
          </details>
        </FormShell>
      </div>
    </>
  );
}
