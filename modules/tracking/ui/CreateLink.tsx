import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Picked } from '@mosty/directory/parts';
import { FormShell, paths, SidePanel, toast, useGo, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { createLink, getLinkSettings, listLinks } from '../contract.ts';
import { AgreementFields } from './AgreementFields.tsx';
import { endOfDay } from './end-of-day.ts';
import { LinkMarks } from './LinkMarks.tsx';
import { LinkPreview } from './LinkPreview.tsx';
import classes from './tracking.module.css';

interface Values {
  partner: Picked | null;
  agreementId: string | null;
  destination: string;
  key: string;
  domain: string | null;
  title: string;
  campaign: string;
  content: string;
  erid: string;
  adLabel: string;
  expiresOn: string;
}

const EMPTY: Values = {
  partner: null,
  agreementId: null,
  destination: '',
  key: '',
  domain: null,
  title: '',
  campaign: '',
  content: '',
  erid: '',
  adLabel: '',
  expiresOn: '',
};

/** A link for one agreement, with a look at where it will lead while it is written. */
export function CreateLink({ partnerId, onClose }: { partnerId: string | null; onClose: () => void }) {
  const t = useWords('tracking');
  const go = useGo();
  const settings = useRead(getLinkSettings, {});
  const verb = useVerb(createLink, {
    invalidates: [listLinks],
    onDone: (link) => {
      toast(t('links.made'));
      go(paths.links({ open: link.id }));
    },
  });
  const form = useForm<Values>({
    initialValues: EMPTY,
    validate: {
      partner: (value) => (value || partnerId ? null : t('form.needPartner')),
      agreementId: (value) => (value ? null : t('form.needAgreement')),
      destination: (value) => (URL.canParse(value.trim()) ? null : t('links.needDestination')),
      key: (value) =>
        /^([\p{L}\p{N}][\p{L}\p{N}_-]{0,63})?$/u.test(value.trim()) ? null : t('links.needKey'),
    },
  });
  const hosts = (settings.data?.destinations ?? []).map((one) => one.host);
  const domains = settings.data?.domains ?? [];
  const { values } = form;
  return (
    <SidePanel opened onClose={onClose} title={t('links.newTitle')}>
      <FormShell
        form={form}
        submit={t('actions.createLink')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ agreementId, destination, expiresOn, partner: _partner, ...rest }) =>
          verb.mutateAsync({
            body: {
              agreementId: agreementId ?? '',
              destination: destination.trim(),
              ...told(rest),
              ...(expiresOn ? { expiresAt: endOfDay(expiresOn) } : {}),
            },
          })
        }
      >
        <AgreementFields
          partner={values.partner}
          partnerId={partnerId}
          agreementId={values.agreementId}
          partnerError={form.errors['partner']}
          agreementError={form.errors['agreementId']}
          onPartner={(partner) => form.setValues({ partner, agreementId: null })}
          onAgreement={(agreementId) => form.setValues({ agreementId })}
        />
        <TextInput
          label={t('links.destination')}
          description={
            hosts.length === 0 && settings.data
              ? t('links.noHosts')
              : t('links.destinationNote', { hosts: hosts.join(', ') })
          }
          placeholder={hosts[0] ? `https://${hosts[0]}/` : 'https://'}
          inputMode="url"
          required
          {...form.getInputProps('destination')}
        />
        <TextInput label={t('links.key')} description={t('links.keyNote')} {...form.getInputProps('key')} />
        <LinkPreview
          destination={values.destination}
          linkKey={values.key}
          campaign={values.campaign}
          content={values.content}
          erid={values.erid}
        />
        <details className={classes.more}>
          <summary>{t('links.more')}</summary>
          {domains.length > 0 ? (
            <Select
              label={t('links.domain')}
              data={domains}
              placeholder={globalThis.location.host}
              clearable
              {...form.getInputProps('domain')}
            />
          ) : null}
          <LinkMarks form={form} />
        </details>
      </FormShell>
    </SidePanel>
  );
}

/** What was left empty is not told. */
function told(fields: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}
