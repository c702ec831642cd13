import { Loaded, PageHeading, useRead, useWords } from '@mosty/ui-kit';
import { readOwnScores } from '../../contract.ts';
import { WholeScores } from '../WholeScores.tsx';

/** A partner’s own trust and pulse: the same figures and reasons as the company has (S0.15). */
export default function OwnScoresPage() {
  const t = useWords('scores');
  const read = useRead(readOwnScores, {});
  return (
    <>
      <PageHeading title={t('own.title')} answer={t('own.answer')} />
      <Loaded read={read}>{(whole) => <WholeScores whole={whole} forTeam={false} />}</Loaded>
    </>
  );
}
