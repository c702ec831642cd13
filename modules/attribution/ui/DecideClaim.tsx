import { NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { decideClaim, getClaim, getWhoBrought, getWhoOfDeal, listClaims } from '../contract.ts';
import type { Claim } from './ClaimScreen.tsx';

const PPM = 10_000;
const WHOLE = 1_000_000;
const OUTCOMES = ['upheld', 'upheldOther', 'rejected'] as const;

/** Decides with an explanation that both sides read; the money follows by new entries. */
export function DecideClaim({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const t = useWords('attribution');
  const verb = useVerb(decideClaim, { invalidates: [getClaim, listClaims, getWhoBrought, getWhoOfDeal] });
  const standing = useStanding(claim);
  const form = useForm({
    initialValues: {
      outcome: 'upheld' as (typeof OUTCOMES)[number],
      percent: 50 as number | '',
      explanation: '',
      precedentTitle: '',
    },
    validate: {
      percent: (value, { outcome }) =>
        outcome !== 'upheldOther' || (value !== '' && value >= 1 && value <= 100)
          ? null
          : t('contest.needShare'),
      explanation: (value) => (value.trim().length >= 3 ? null : t('claim.needExplanation')),
    },
  });
  const { claimantPartnerId } = claim;
  // A claim of our own asks that nobody is credited: there is nothing to share.
  const outcomes = claimantPartnerId === null ? OUTCOMES.filter((one) => one !== 'upheldOther') : OUTCOMES;
  return (
    <SidePanel opened onClose={onClose} title={t('claim.decideTitle')}>
      <FormShell
        form={form}
        submit={t('claim.decide')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={async ({ outcome, percent, explanation, precedentTitle }) => {
          const title = precedentTitle.trim();
          const others = standing.filter((party) => party.partnerId !== claimantPartnerId);
          const done = await verb.mutateAsync({
            params: { claimId: claim.id },
            body: {
              outcome: outcome === 'rejected' ? 'rejected' : 'upheld',
              explanation: explanation.trim(),
              ...(outcome === 'upheldOther' && claimantPartnerId !== null
                ? { sources: shared(claimantPartnerId, Math.round(Number(percent) * PPM), others) }
                : {}),
              ...(title === '' ? {} : { precedentTitle: title }),
            },
          });
          toast(t('claim.decided', { count: done.accruals }));
          onClose();
        }}
      >
        <Radio.Group label={t('claim.outcome')} {...form.getInputProps('outcome')}>
          <Stack gap={6} mt={6}>
            {outcomes.map((value) => (
              <Radio key={value} value={value} label={t(`claim.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.outcome === 'upheldOther' ? (
          <NumberInput label={t('claim.shareOf')} min={1} max={100} {...form.getInputProps('percent')} />
        ) : null}
        <Textarea
          label={t('claim.explanation')}
          autosize
          minRows={3}
          required
          {...form.getInputProps('explanation')}
        />
        <TextInput label={t('claim.precedent')} {...form.getInputProps('precedentTitle')} />
      </FormShell>
    </SidePanel>
  );
}

/** Who is credited with it now. A deal that goes on from another is brought by whoever expands. */
function useStanding({ saleId, dealId }: Claim): readonly { partnerId: string | null; sharePpm: number }[] {
  const sale = useRead(getWhoBrought, { params: { saleId: saleId ?? '' } }, { enabled: saleId !== null });
  const deal = useRead(getWhoOfDeal, { params: { dealId: dealId ?? '' } }, { enabled: dealId !== null });
  if (saleId !== null)
    return (sale.data?.decision.participants ?? []).filter(({ role }) => role === 'source');
  const parties = deal.data?.participants ?? [];
  const sources = parties.filter(({ role }) => role === 'source');
  return sources.length > 0 ? sources : parties.filter(({ role }) => role === 'expand');
}

/** The claimant's share, and the rest to the others as they shared it before; the last takes what rounding left. */
function shared(
  claimantId: string,
  ownPpm: number,
  others: readonly { readonly partnerId: string | null; readonly sharePpm: number }[],
) {
  const known = others.flatMap(({ partnerId, sharePpm }) =>
    partnerId === null ? [] : [{ partnerId, sharePpm }],
  );
  const had = known.reduce((sum, one) => sum + one.sharePpm, 0);
  if (had === 0) return [{ partnerId: claimantId, sharePpm: WHOLE }];
  let left = WHOLE - ownPpm;
  const rest = known.map(({ partnerId, sharePpm }, place) => {
    const part = place === known.length - 1 ? left : Math.floor(((WHOLE - ownPpm) * sharePpm) / had);
    left -= part;
    return { partnerId, sharePpm: part };
  });
  return [{ partnerId: claimantId, sharePpm: ownPpm }, ...rest].filter((one) => one.sharePpm > 0);
}
