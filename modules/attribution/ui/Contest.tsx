import { NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { FormShell, SidePanel, toast, useMe, useVerb, useWords } from '@mosty/ui-kit';
import { getWhoBrought, getWhoOfDeal, listClaims, openClaim } from '../contract.ts';

const PPM = 10_000;

interface Values {
  forWhom: 'partner' | 'us';
  partner: Picked | null;
  wanted: 'mine' | 'shared';
  percent: number | '';
  claims: string;
  evidence: string;
  url: string;
}

export type About = { readonly saleId: string } | { readonly dealId: string };

/** Contests who brought a sale, or whose a deal is; our people may do it for a partner that asked on the phone. */
export function Contest({ about, onClose }: { about: About; onClose: () => void }) {
  const t = useWords('attribution');
  const isTeam = !useMe().member.role.startsWith('partner_');
  const isDeal = 'dealId' in about;
  const verb = useVerb(openClaim, { invalidates: [getWhoBrought, getWhoOfDeal, listClaims] });
  const form = useForm<Values>({
    initialValues: {
      forWhom: 'partner',
      partner: null,
      wanted: 'mine',
      percent: 50,
      claims: '',
      evidence: '',
      url: '',
    },
    validate: {
      partner: (value, { forWhom }) =>
        !isTeam || forWhom === 'us' || value ? null : t('contest.needPartner'),
      percent: (value, { wanted }) =>
        wanted === 'mine' || (value !== '' && value >= 1 && value <= 99) ? null : t('contest.needShare'),
      claims: (value) => (value.trim().length >= 3 ? null : t('contest.needClaims')),
      url: (value) =>
        value.trim() === '' || /^https?:\/\/\S+$/.test(value.trim()) ? null : t('contest.needUrl'),
    },
  });
  const { forWhom, wanted } = form.values;
  const forUs = isTeam && forWhom === 'us';
  return (
    <SidePanel opened onClose={onClose} title={t('contest.title')}>
      <FormShell
        form={form}
        submit={t('contest.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={async (values) => {
          await verb.mutateAsync({ body: { ...about, ...bodyOf(values, forUs) } });
          toast(t('contest.done'));
          onClose();
        }}
      >
        {isTeam ? (
          <Radio.Group label={t('contest.forWhom')} {...form.getInputProps('forWhom')}>
            <Stack gap={6} mt={6}>
              <Radio value="partner" label={t('contest.forPartner')} />
              <Radio value="us" label={t('contest.forUs')} />
            </Stack>
          </Radio.Group>
        ) : null}
        {isTeam && !forUs ? (
          <PickPartner
            label={t('contest.partner')}
            value={form.values.partner}
            error={form.errors['partner']}
            onChange={(picked) => form.setFieldValue('partner', picked)}
          />
        ) : null}
        {forUs ? null : (
          <Radio.Group label={t('contest.wanted')} {...form.getInputProps('wanted')}>
            <Stack gap={6} mt={6}>
              <Radio value="mine" label={t(isDeal ? 'contest.mineDeal' : 'contest.mine')} />
              <Radio value="shared" label={t('contest.shared')} />
            </Stack>
          </Radio.Group>
        )}
        {!forUs && wanted === 'shared' ? (
          <NumberInput label={t('contest.share')} min={1} max={99} {...form.getInputProps('percent')} />
        ) : null}
        <Textarea
          label={t('contest.claims')}
          autosize
          minRows={3}
          required
          {...form.getInputProps('claims')}
        />
        <TextInput label={t('contest.evidence')} {...form.getInputProps('evidence')} />
        <TextInput label={t('contest.url')} inputMode="url" {...form.getInputProps('url')} />
      </FormShell>
    </SidePanel>
  );
}

function bodyOf(values: Values, forUs: boolean) {
  const url = values.url.trim();
  const text = values.evidence.trim() || url;
  const shared = values.wanted === 'shared' && values.percent !== '';
  return {
    ...(!forUs && values.partner ? { partnerId: values.partner.id } : {}),
    claims: values.claims.trim(),
    wanted: forUs
      ? { outcome: 'direct' as const }
      : shared
        ? { outcome: 'shared' as const, sharePpm: Math.round(Number(values.percent) * PPM) }
        : { outcome: 'mine' as const },
    evidence: text === '' ? [] : [{ text, ...(url === '' ? {} : { url }) }],
  };
}
