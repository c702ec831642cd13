import { Select } from '@mantine/core';
import { listAgreements } from '@mosty/agreements/contract';
import { getPartner } from '@mosty/directory/contract';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { useRead, useWords } from '@mosty/ui-kit';
import type { ReactNode } from 'react';

interface Props {
  /** Chosen in the form; null: the one the page is about, if it is about one. */
  readonly partner: Picked | null;
  readonly partnerId: string | null;
  readonly agreementId: string | null;
  readonly partnerError: ReactNode;
  readonly agreementError: ReactNode;
  readonly onPartner: (partner: Picked | null) => void;
  readonly onAgreement: (agreementId: string | null) => void;
}

/** Rules first, then a link or a code: only agreements that both sides accepted are offered (S0.39). */
export function AgreementFields(props: Props) {
  const t = useWords('tracking');
  const chosen = props.partner?.id ?? props.partnerId;
  const given = useRead(
    getPartner,
    { params: { partnerId: props.partnerId ?? '' } },
    { enabled: props.partnerId !== null },
  );
  const agreements = useRead(
    listAgreements,
    { params: { partnerId: chosen ?? '' } },
    { enabled: chosen !== null, keep: false },
  );
  const accepted = (agreements.data?.items ?? []).filter(
    (agreement) => agreement.state === 'accepted' || agreement.state === 'launched',
  );
  const partner = props.partner ?? (given.data ? { id: given.data.id, name: given.data.name } : null);
  return (
    <>
      <PickPartner
        label={t('form.partner')}
        value={partner}
        error={props.partnerError}
        onChange={props.onPartner}
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
          value={props.agreementId}
          onChange={props.onAgreement}
          error={props.agreementError}
        />
      ) : null}
    </>
  );
}
