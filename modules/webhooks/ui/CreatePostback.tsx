import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { FormShell, SidePanel, useVerb, useWords } from '@mosty/ui-kit';
import {
  createPostback,
  listPostbacks,
  POSTBACK_ABOUT,
  POSTBACK_FIELDS,
  type PostbackView,
} from '../contract.ts';

interface Values {
  partner: Picked | null;
  about: PostbackView['about'];
  url: string;
}

export function CreatePostback({ onClose }: { onClose: () => void }) {
  const t = useWords('webhooks');
  const verb = useVerb(createPostback, { invalidates: [listPostbacks], onDone: onClose });
  const form = useForm<Values>({
    initialValues: { partner: null, about: 'sale', url: '' },
    validate: {
      partner: (value) => (value ? null : t('postbacks.needPartner')),
      url: (value) => (value.trim() ? null : t('create.needUrl')),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('postbacks.createTitle')}>
      <FormShell
        form={form}
        submit={t('postbacks.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ partner, about, url }) =>
          verb.mutateAsync({ body: { partnerId: partner?.id ?? '', about, url: url.trim() } })
        }
      >
        <PickPartner
          label={t('postbacks.partner')}
          value={form.values.partner}
          onChange={(picked) => form.setFieldValue('partner', picked)}
          error={form.errors['partner']}
        />
        <Select
          label={t('postbacks.about')}
          allowDeselect={false}
          data={POSTBACK_ABOUT.map((value) => ({ value, label: t(`postbacks.aboutOf.${value}`) }))}
          {...form.getInputProps('about')}
        />
        <TextInput
          label={t('postbacks.url')}
          description={t('postbacks.urlHint', {
            fields: POSTBACK_FIELDS.map((name) => `{${name}}`).join(' '),
          })}
          placeholder="https://network.example/postback?click={click_id}&sum={amount}"
          {...form.getInputProps('url')}
        />
      </FormShell>
    </SidePanel>
  );
}
