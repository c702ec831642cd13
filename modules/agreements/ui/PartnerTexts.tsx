import { Button } from '@mantine/core';
import { getPartner } from '@mosty/directory/contract';
import {
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  useMay,
  useParam,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { listPartnerTexts, type PartnerText } from '../contract.ts';
import { AcceptText } from './AcceptText.tsx';
import { TextWords, TheirWord } from './TextWords.tsx';

/** What the partner accepted apart from an agreement; one of us may write down a word given in a letter. */
export default function PartnerTexts() {
  const t = useWords('agreements');
  const partnerId = useParam('partnerId');
  const partner = useRead(getPartner, { params: { partnerId } }, { keep: false });
  const read = useRead(listPartnerTexts, { params: { partnerId } });
  const mayRecord = useMay('agreement.accept');
  const [accepting, setAccepting] = useState<PartnerText | null>(null);
  return (
    <Loaded read={partner}>
      {({ name }) => (
        <>
          <PageHeading
            above={<PageLink to={paths.partner({ partnerId })}>{name}</PageLink>}
            title={t('texts.partner', { partner: name })}
            answer={t('texts.answer')}
          />
          <Loaded read={read}>
            {({ items }) =>
              items.map((text) => (
                <Section
                  key={text.kind}
                  title={t(`texts.kind.${text.kind}`)}
                  actions={
                    mayRecord && !text.theirs ? (
                      <Button size="compact-sm" variant="default" onClick={() => setAccepting(text)}>
                        {t('texts.acceptTheirs')}
                      </Button>
                    ) : null
                  }
                >
                  <TheirWord text={text} />
                  <TextWords text={text} />
                </Section>
              ))
            }
          </Loaded>
          {accepting ? (
            <AcceptText
              text={accepting}
              by="theirs"
              partnerId={partnerId}
              onClose={() => setAccepting(null)}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
}
