import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DayInput, useWords } from '@mosty/ui-kit';

/** What a link carries besides where it leads; all of it may be changed later. */
export interface MarkValues {
  title: string;
  campaign: string;
  content: string;
  erid: string;
  adLabel: string;
  expiresOn: string;
}

export function LinkMarks<Values extends MarkValues>({ form }: { form: UseFormReturnType<Values> }) {
  const t = useWords('tracking');
  const { expiresOn } = form.values;
  return (
    <>
      <TextInput label={t('links.name')} description={t('links.nameNote')} {...form.getInputProps('title')} />
      <TextInput
        label={t('links.campaign')}
        description={t('links.campaignNote')}
        {...form.getInputProps('campaign')}
      />
      <TextInput
        label={t('links.content')}
        description={t('links.contentNote')}
        {...form.getInputProps('content')}
      />
      <TextInput label="erid" description={t('links.eridNote')} {...form.getInputProps('erid')} />
      <TextInput
        label={t('links.adLabel')}
        description={t('links.adLabelNote')}
        {...form.getInputProps('adLabel')}
      />
      <DayInput
        label={t('links.expires')}
        description={t('links.expiresNote')}
        value={expiresOn}
        onChange={(day) => form.setValues({ expiresOn: day } as Partial<Values>)}
      />
    </>
  );
}
