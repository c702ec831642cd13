import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, useVerb, useWords } from '@mosty/ui-kit';
import { createEndpoint, listEndpoints, PUBLIC_EVENTS, type PublicEvent } from '../contract.ts';
import { OnceSecret } from './OnceSecret.tsx';
import classes from './webhooks.module.css';

const USUAL: PublicEvent[] = ['sale.created', 'sale.refunded', 'payout.paid'];

export function CreateEndpoint({ onClose }: { onClose: () => void }) {
  const t = useWords('webhooks');
  const verb = useVerb(createEndpoint, { invalidates: [listEndpoints] });
  const form = useForm<{ url: string; description: string; events: PublicEvent[] }>({
    initialValues: { url: '', description: '', events: USUAL },
    validate: {
      url: (value) => (value.trim() ? null : t('create.needUrl')),
      events: (value) => (value.length > 0 ? null : t('create.needEvent')),
    },
  });
  const all = form.values.events.length === PUBLIC_EVENTS.length;
  return (
    <SidePanel opened onClose={onClose} title={verb.data ? t('create.once') : t('create.title')}>
      {verb.data ? (
        <OnceSecret secret={verb.data.secret} onDone={onClose} />
      ) : (
        <FormShell
          form={form}
          submit={t('create.submit')}
          busy={verb.isPending}
          refusal={verb.error}
          guard={false}
          onCancel={onClose}
          onSubmit={({ url, description, events }) =>
            verb.mutateAsync({ body: { url: url.trim(), description: description.trim(), events } })
          }
        >
          <TextInput
            label={t('create.url')}
            description={t('create.urlHint')}
            placeholder="https://"
            type="url"
            data-autofocus
            {...form.getInputProps('url')}
          />
          <TextInput
            label={t('create.description')}
            description={t('create.descriptionHint')}
            {...form.getInputProps('description')}
          />
          <Checkbox.Group label={t('create.events')} {...form.getInputProps('events')}>
            <div className={classes.events}>
              <Button
                variant="subtle"
                size="compact-sm"
                justify="start"
                onClick={() => form.setFieldValue('events', all ? [] : [...PUBLIC_EVENTS])}
              >
                {all ? t('create.none') : t('create.all')}
              </Button>
              {PUBLIC_EVENTS.map((event) => (
                <Checkbox
                  key={event}
                  value={event}
                  label={t(`events.${event.replace('.', '_')}`)}
                  description={event}
                />
              ))}
            </div>
          </Checkbox.Group>
        </FormShell>
      )}
    </SidePanel>
  );
}
