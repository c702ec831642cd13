import { getPartner } from '@mosty/directory/contract';
import { Loaded, PageHeading, PageLink, paths, useFilters, useRead, useWords, useParam } from '@mosty/ui-kit';
import { useState } from 'react';
import { CLASSES, type ClassDecision, type ReportingClass } from '../contract.ts';
import { ClassWizard } from './ClassWizard.tsx';
import { OpenAgreement } from './OpenAgreement.tsx';

/** Five questions first, then the agreement of the class they lead to (S2.40). */
export default function NewAgreementScreen() {
  const t = useWords('agreements');
  const partnerId = useParam('partnerId');
  const [filters, setFilters] = useFilters(paths.newAgreement);
  const [decision, setDecision] = useState<ClassDecision | null>(null);
  const read = useRead(getPartner, { params: { partnerId } }, { keep: false });
  const chosen: ReportingClass | undefined = CLASSES.find((one) => one === filters.class);
  return (
    <Loaded read={read}>
      {(partner) => (
        <>
          <PageHeading
            above={<PageLink to={paths.partner({ partnerId: partner.id })}>{partner.name}</PageLink>}
            title={
              chosen
                ? t('open.title', { class: t(`kit:class.${chosen}`) })
                : t('wizard.title', { partner: partner.name })
            }
            answer={
              chosen ? (
                <PageLink to={paths.newAgreement({ partnerId: partner.id })}>{t('open.back')}</PageLink>
              ) : (
                t('wizard.intro')
              )
            }
          />
          {chosen ? (
            <OpenAgreement partner={partner} of={chosen} needsHead={decision?.needsHead ?? false} />
          ) : (
            <ClassWizard
              partnerId={partner.id}
              onChoose={(of, decided) => {
                setDecision(decided);
                setFilters({ class: of });
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
