import { useFormat, useMe, useWords } from '@mosty/ui-kit';
import type { Exclusivity } from '../contract.ts';

/** Who works with nobody else in what, for what and until when, to whoever of the two reads it. */
export function ExclusivityText({ of: one }: { of: Exclusivity }) {
  const t = useWords('agreements');
  const format = useFormat();
  const isPartner = useMe().member.partnerId !== null;
  const { bound, subject, inReturn, price, condition } = one;
  const lines = [
    t(`exclusivity.${isPartner ? `${bound}ToPartner` : bound}`, { subject }),
    price
      ? t('exclusivity.givesMoney', {
          inReturn,
          price: format.money(price.amountMinor, { currency: price.currency }),
        })
      : t('exclusivity.gives', { inReturn }),
    t('exclusivity.span', { from: format.when(one.from), until: format.when(one.until) }),
    ...(condition === null ? [] : [t('exclusivity.onCondition', { condition })]),
  ];
  return <>{lines.join(' ')}</>;
}
