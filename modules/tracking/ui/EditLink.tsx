import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { businessDateOf } from '@mosty/kernel/time';
import { FormShell, toast, useMe, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { getLink, getLinkSettings, listLinks, updateLink, type LinkRow } from '../contract.ts';
import { endOfDay } from './end-of-day.ts';
import { LinkMarks, type MarkValues } from './LinkMarks.tsx';
import { LinkPreview } from './LinkPreview.tsx';
import classes from './tracking.module.css';

interface Values extends MarkValues {
  destination: string;
}

/** Where a link leads and what it carries may change; its address and its partner may not: it is printed somewhere. */
export function EditLink({ link, onClose }: { link: LinkRow; onClose: () => void }) {
  const t = useWords('tracking');
  const { zone } = useMe().workspace;
  const settings = useRead(getLinkSettings, {});
  const verb = useVerb(updateLink, {
    invalidates: [listLinks, getLink],
    onDone: () => {
      toast(t('links.changed'));
      onClose();
    },
  });
  const before: Values = {
    destination: link.destination,
    title: link.title ?? '',
    campaign: link.campaign ?? '',
    content: link.content ?? '',
    erid: link.erid ?? '',
    adLabel: link.adLabel ?? '',
    expiresOn: link.expiresAt ? businessDateOf(new Date(link.expiresAt), zone) : '',
  };
  const form = useForm<Values>({
    initialValues: before,
    validate: {
      destination: (value) => (URL.canParse(value.trim()) ? null : t('links.needDestination')),
    },
  });
  const hosts = (settings.data?.destinations ?? []).map((one) => one.host);
  const { values } = form;
  return (
    <FormShell
      form={form}
      submit={t('links.save')}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
      onCancel={onClose}
      onSubmit={(told) => verb.mutateAsync({ params: { linkId: link.id }, body: changeOf(before, told) })}
    >
      <p className={classes.faint}>{t('links.editNote')}</p>
      <TextInput
        label={t('links.destination')}
        description={t('links.destinationNote', { hosts: hosts.join(', ') })}
        inputMode="url"
        required
        {...form.getInputProps('destination')}
      />
      <LinkPreview
        destination={values.destination}
        linkKey={link.key}
        medium={link.medium}
        campaign={values.campaign}
        content={values.content}
        erid={values.erid}
      />
      <LinkMarks form={form} />
    </FormShell>
  );
}

/** Only what was changed is told; an emptied field takes its mark away. */
function changeOf(before: Values, now: Values) {
  const changed = (name: keyof Values) => now[name].trim() !== before[name];
  const mark = (name: keyof MarkValues) => (changed(name) ? { [name]: now[name].trim() || null } : {});
  return {
    ...(changed('destination') ? { destination: now.destination.trim() } : {}),
    ...mark('title'),
    ...mark('campaign'),
    ...mark('content'),
    ...mark('erid'),
    ...mark('adLabel'),
    ...(changed('expiresOn') ? { expiresAt: now.expiresOn ? endOfDay(now.expiresOn) : null } : {}),
  };
}
