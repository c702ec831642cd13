import { Loaded, PageHeading, PageLink, paths, useFormat, useParam, useRead, useWords } from '@mosty/ui-kit';
import { readScores } from '../contract.ts';
import { EvidenceSection } from './EvidenceSection.tsx';
import { WholeScores } from './WholeScores.tsx';

/** How far we trust a partner and whether the work is alive: every point with its reason. */
export default function ScoresScreen() {
  const partnerId = useParam('partnerId');
  const t = useWords('scores');
  const format = useFormat();
  const read = useRead(readScores, { params: { partnerId: partnerId as never } }, { keep: false });
  return (
    <Loaded read={read}>
      {(whole) => (
        <>
          <PageHeading
            title={t('page.title', { name: whole.partner.name })}
            answer={whole.scores ? t('page.asOf', { day: format.when(whole.scores.asOf) }) : t('page.none')}
            above={<PageLink to={paths.partner({ partnerId })}>{t('page.card')}</PageLink>}
          />
          {whole.scores ? <WholeScores whole={whole} forTeam /> : null}
          <EvidenceSection partnerId={partnerId} mayAdd={whole.can.addEvidence} />
        </>
      )}
    </Loaded>
  );
}
