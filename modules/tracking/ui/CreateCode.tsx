import { NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { listAgreements } from '@mosty/agreements/contract';
import { getPartner } from '@mosty/directory/contract';
import { FormShell, SidePanel, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { createCode, listCodes } from '../contract.ts';
import { PickPartner, type Picked } from '@mosty/directory/parts';

interface Values {
  partner: Picked | null;
  agreementId: string | null;
  code: string;
  kind: 'promo' | 'referral';
  percent: number | '';
}

/** Parts per million in a percent. */
const PPM = 10_000;

/** Rules first, then a code: only agreements that both sides accepted are offered (S0.39). */
export function CreateCode({ partnerId, onClose }: { partnerId: string | null; onClose: () => void }) {
  const t = useWords('tracking');
  const verb = useVerb(createCode, {
    invalidates: [listCodes],
    onDone: () => {
      toast(t('form.done'));
      onClose();
    },
  });
  const form = useForm<Values>({
    initialValues: { partner: null, agreementId: null, code: '', kind: 'referral', percent: '' },
    validate: {
      partner: (value) => (value || partnerId ? null : t('form.needPartner')),
      agreementId: (value) => (value ? null : t('form.needAgreement')),
      code: (value) => (/^\S{1,64}$/u.test(value.trim()) ? null : t('form.needCode')),
      percent: (value, { kind }) =>
        kind === 'referral' || (value !== '' && value > 0 && value <= 100) ? null : t('form.needPercent'),
    },
  });
  const chosen = form.values.partner?.id ?? partnerId;
  const given = useRead(
    getPartner,
    { params: { partnerId: partnerId ?? '' } },
    { enabled: partnerId !== null },
  );
  const agreements = useRead(
    listAgreements,
    { params: { partnerId: chosen ?? '' } },
    { enabled: chosen !== null, keep: false },
  );
  const accepted = (agreements.data?.items ?? []).filter(
    (agreement) => agreement.state === 'accepted' || agreement.state === 'launched',
  );
  const partner = form.values.partner ?? (given.data ? { id: given.data.id, name: given.data.name } : null);

  return (
    <SidePanel opened onClose={onClose} title={t('form.title')}>
      <FormShell
        form={form}
        submit={t('form.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ agreementId, code, kind, percent }) =>
          verb.mutateAsync({
            body: {
              agreementId: agreementId ?? '',
              code: code.trim(),
              kind,
              discountPpm: kind === 'promo' && percent !== '' ? Math.round(percent * PPM) : 0,
            },
          })
        }
      >
        <PickPartner
          label={t('form.partner')}
          value={partner}
          error={form.errors['partner']}
          onChange={(picked) => form.setValues({ partner: picked, agreementId: null })}
        />
        {chosen !== null && agreements.data ? (
          <Select
            label={t('form.agreement')}
            description={accepted.length === 0 ? t('form.noAgreement') : undefined}
            disabled={accepted.length === 0}
            data={accepted.map((agreement) => ({
              value: agreement.id as string,
              label: [
                t(`kit:class.${agreement.class}`),
                t(`agreements:kind.${agreement.kind}`),
                agreement.number,
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
            {...form.getInputProps('agreementId')}
          />
        ) : null}
        <TextInput
          label={t('form.code')}
          description={t('form.codeNote')}
          required
          autoCapitalize="characters"
          {...form.getInputProps('code')}
        />
        <Radio.Group label={t('form.kind')} {...form.getInputProps('kind')}>
          <Stack gap={8} mt={10}>
            <Radio value="referral" label={t('form.referral')} />
            <Radio value="promo" label={t('form.promo')} />
          </Stack>
        </Radio.Group>
        {form.values.kind === 'promo' ? (
          <NumberInput
            label={t('form.percent')}
            description={t('form.percentNote')}
            min={0}
            max={100}
            decimalScale={4}
            decimalSeparator=","
            allowedDecimalSeparators={['.', ',']}
            hideControls
            {...form.getInputProps('percent')}
          />
        ) : null}
      </FormShell>
    </SidePanel>
  );
}
