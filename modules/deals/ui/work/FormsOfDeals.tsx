import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Badge,
  ConfirmWithConsequence,
  CopyText,
  FormShell,
  Loaded,
  paths,
  Section,
  SidePanel,
  useFilters,
  useMay,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { closeDealForm, listDealForms, openDealForm } from '../../contract.ts';
import classes from './work.module.css';

/** Addresses by which anybody may hand a client over. */
export function FormsOfDeals() {
  const t = useWords('deals');
  const [filters, setFilters] = useFilters(paths.dealSetUp);
  const may = useMay('deal.decide');
  const read = useRead(listDealForms, {}, { enabled: may });
  const close = useVerb(closeDealForm, { invalidates: [listDealForms] });
  if (!may) return null;
  return (
    <Section
      title={t('work.setUp.forms')}
      note={t('work.setUp.formsNote')}
      actions={
        <Button variant="default" onClick={() => setFilters({ new: 'form' })}>
          {t('work.setUp.open')}
        </Button>
      }
    >
      <Loaded read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.text}>{t('work.setUp.noForms')}</p>
          ) : (
            <ul className={classes.plain}>
              {items.map((form) => (
                <li key={form.token}>
                  <div className={classes.line}>
                    <strong>{form.title}</strong>
                    <span className={classes.quiet}>{form.partner?.name ?? t('work.setUp.ofCompany')}</span>
                    <span className={classes.quiet}>
                      {t('work.setUp.through')}: {form.registered}
                    </span>
                    {form.closedAt ? <Badge tone="faint">{t('work.setUp.closed')}</Badge> : null}
                  </div>
                  {form.closedAt ? null : (
                    <div className={classes.line}>
                      <CopyText
                        label={t('work.setUp.address')}
                        text={`${window.location.origin}${paths.registerDeal({ token: form.token })}`}
                      />
                      <ConfirmWithConsequence
                        title={t('work.setUp.close')}
                        consequence={t('work.setUp.closeConsequence')}
                        confirm={t('work.setUp.close')}
                        onConfirm={() => close.mutateAsync({ params: { token: form.token } })}
                      >
                        {(ask) => (
                          <Button size="compact-sm" variant="subtle" color="gray" onClick={ask}>
                            {t('work.setUp.close')}
                          </Button>
                        )}
                      </ConfirmWithConsequence>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {filters.new === 'form' ? <OpenForm onClose={() => setFilters({ new: '' })} /> : null}
    </Section>
  );
}

function OpenForm({ onClose }: { onClose: () => void }) {
  const t = useWords('deals');
  const verb = useVerb(openDealForm, { invalidates: [listDealForms] });
  const need = (value: string) => (value.trim() ? null : t('work.setUp.needText'));
  const form = useForm({
    initialValues: { title: t('work.register.title'), consentText: t('work.setUp.consentText') },
    validate: { title: need, consentText: need },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('work.setUp.open')}>
      <FormShell
        form={form}
        submit={t('work.setUp.open')}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onSubmit={(body) => verb.mutateAsync({ body })}
        onDone={onClose}
      >
        <TextInput label={t('work.setUp.formTitle')} maxLength={300} {...form.getInputProps('title')} />
        <Textarea
          label={t('work.setUp.consent')}
          autosize
          minRows={3}
          maxLength={4_000}
          {...form.getInputProps('consentText')}
        />
      </FormShell>
    </SidePanel>
  );
}
