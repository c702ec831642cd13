import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { listSchemes } from '@mosty/incentives/contract';
import { PlainSelect, useFormat, useMe, useRead, useWords } from '@mosty/ui-kit';
import classes from './programme.module.css';

interface Values {
  readonly schemeId: string;
  readonly sale: string;
}

/** By which scheme the page counts its example, and on a payment of how much; without a scheme it counts none. */
export function CountedFields<Form extends Values>({ form }: { form: UseFormReturnType<Form> }) {
  const t = useWords('recruiting');
  const { workspace } = useMe();
  const sign = useFormat().sign(workspace.currency);
  const schemes = useRead(listSchemes, { query: { archived: 'no' } });
  const inForce = (schemes.data?.items ?? []).filter(({ current }) => current !== null);
  const { schemeId } = form.values;
  return (
    <div>
      <p className={classes.label}>{t('programme.scheme')}</p>
      <p className={classes.soft}>{t('programme.schemeNote')}</p>
      <PlainSelect
        label={t('programme.scheme')}
        value={schemeId}
        onChange={(value) => form.setFieldValue('schemeId', value as never)}
        options={[
          { value: '', label: t('programme.noScheme') },
          ...inForce.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
      />
      {schemeId === '' ? null : (
        <TextInput
          mt={12}
          label={t('programme.sale', { currency: sign })}
          inputMode="decimal"
          {...form.getInputProps('sale')}
        />
      )}
    </div>
  );
}
