import { Button } from '@mantine/core';
import { ConfirmWithConsequence, Section, toast, useMay, useMe, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { listPartnerTexts, withdrawConsent, type PartnerText } from '../../contract.ts';
import { AcceptText } from '../AcceptText.tsx';
import { TextWords, TheirWord } from '../TextWords.tsx';

/** The code both sides keep and the consent that stands by itself. */
export function OwnTexts({ partnerId, texts }: { partnerId: string; texts: readonly PartnerText[] }) {
  const t = useWords('agreements');
  const mayAccept = useMay('agreement.accept');
  const [accepting, setAccepting] = useState<PartnerText | null>(null);
  return (
    <>
      {texts.map((text) => (
        <Section
          key={text.kind}
          title={t(`texts.kind.${text.kind}`)}
          actions={
            !mayAccept ? null : text.theirs === null ? (
              <Button onClick={() => setAccepting(text)}>{t('rules.read')}</Button>
            ) : text.kind === 'personal_data' ? (
              <Withdraw partnerId={partnerId} />
            ) : null
          }
        >
          <TheirWord text={text} />
          <TextWords text={text} />
        </Section>
      ))}
      {accepting ? (
        <AcceptText text={accepting} by="own" partnerId={partnerId} onClose={() => setAccepting(null)} />
      ) : null}
    </>
  );
}

function Withdraw({ partnerId }: { partnerId: string }) {
  const t = useWords('agreements');
  const me = useMe();
  const verb = useVerb(withdrawConsent, {
    invalidates: [listPartnerTexts],
    onDone: () => toast(t('texts.withdrawnDone')),
  });
  return (
    <ConfirmWithConsequence
      title={t('texts.withdrawTitle')}
      consequence={t('texts.withdrawText')}
      confirm={t('texts.withdraw')}
      onConfirm={() => verb.mutateAsync({ params: { partnerId }, body: { person: me.member.name } })}
    >
      {(ask) => (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={ask}>
          {t('texts.withdraw')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
