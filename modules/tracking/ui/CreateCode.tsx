import { NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Picked } from '@mosty/directory/parts';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { createCode, listCodes, STACKINGS, type Stacking } from '../contract.ts';
import { AgreementFields } from './AgreementFields.tsx';

interface Values {
  partner: Picked | null;
  agreementId: string | null;
  code: string;
  kind: 'promo' | 'referral';
  percent: number | '';
  stacking: Stacking;
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
    initialValues: {
      partner: null,
      agreementId: null,
      code: '',
      kind: 'referral',
      percent: '',
      stacking: 'alone',
    },
    validate: {
      partner: (value) => (value || partnerId ? null : t('form.needPartner')),
      agreementId: (value) => (value ? null : t('form.needAgreement')),
      code: (value) => (/^\S{1,64}$/u.test(value.trim()) ? null : t('form.needCode')),
      percent: (value, { kind }) =>
        kind === 'referral' || (value !== '' && value > 0 && value <= 100) ? null : t('form.needPercent'),
    },
  });

  return (
    <SidePanel opened onClose={onClose} title={t('form.title')}>
      <FormShell
        form={form}
        submit={t('form.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ agreementId, code, kind, percent, stacking }) =>
          verb.mutateAsync({
            body: {
              agreementId: agreementId ?? '',
              code: code.trim(),
              kind,
              stacking: kind === 'promo' ? stacking : 'alone',
              discountPpm: kind === 'promo' && percent !== '' ? Math.round(percent * PPM) : 0,
            },
          })
        }
      >
        <AgreementFields
          partner={form.values.partner}
          partnerId={partnerId}
          agreementId={form.values.agreementId}
          partnerError={form.errors['partner']}
          agreementError={form.errors['agreementId']}
          onPartner={(partner) => form.setValues({ partner, agreementId: null })}
          onAgreement={(agreementId) => form.setValues({ agreementId })}
        />
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
          <>
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
            <Radio.Group
              label={t('form.stacking')}
              description={t('form.stackingNote')}
              {...form.getInputProps('stacking')}
            >
              <Stack gap={8} mt={10}>
                {STACKINGS.map((stacking) => (
                  <Radio key={stacking} value={stacking} label={t(`form.${stacking}`)} />
                ))}
              </Stack>
            </Radio.Group>
          </>
        ) : null}
      </FormShell>
    </SidePanel>
  );
}
