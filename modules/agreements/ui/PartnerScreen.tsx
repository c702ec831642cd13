import { getPartner } from '@mosty/directory/contract';
import { PartnerStage } from '@mosty/lifecycle/parts';
import { PartnerScores } from '@mosty/scores/parts';
import { PartnerRhythm } from '@mosty/rhythm/parts';
import {
  Loaded,
  paths,
  SegmentTabs,
  useFilters,
  usePartnerAbove,
  useRead,
  useWords,
  type AnswerOf,
  useParam,
} from '@mosty/ui-kit';
import { PartnerAgreements } from './PartnerAgreements.tsx';
import { PartnerFaces } from './PartnerFaces.tsx';
import { PartnerHeading } from './PartnerHeading.tsx';
import { PartnerHistory } from './PartnerHistory.tsx';
import { PartnerMoney } from './PartnerMoney.tsx';
import { PartnerPeople } from './PartnerPeople.tsx';
import { PartnerPromises } from './PartnerPromises.tsx';
import { PartnerRequisites } from './PartnerRequisites.tsx';

export type PartnerCard = AnswerOf<typeof getPartner>;

const PARTS = ['together', 'requisites', 'history'] as const;
type Part = (typeof PARTS)[number];

/** Who they are and why we are together: faces first, then money, then what was agreed and promised. */
export default function PartnerScreen() {
  const partnerId = useParam('partnerId');
  const read = useRead(getPartner, { params: { partnerId } }, { keep: false });
  return <Loaded read={read}>{(partner) => <Card partner={partner} />}</Loaded>;
}

function Card({ partner }: { partner: PartnerCard }) {
  const t = useWords('agreements');
  const [filters, setFilters] = useFilters(paths.partner);
  const open: Record<Part, boolean> = {
    together: true,
    requisites: partner.can['readRequisites'] === true,
    history: partner.can['readTimeline'] === true,
  };
  const above = usePartnerAbove();
  const parts = PARTS.filter((part) => open[part]);
  const shown = parts.find((part) => part === filters.tab) ?? 'together';
  return (
    <>
      <PartnerHeading partner={partner} />
      <PartnerFaces partner={partner} />
      <PartnerScores partnerId={partner.id} />
      <PartnerMoney partnerId={partner.id} />
      <SegmentTabs
        label={t('card.parts')}
        value={shown}
        segments={parts.map((value) => ({ value, label: t(`card.${value}`) }))}
        onChange={(tab) => setFilters({ tab: tab === 'together' ? '' : tab })}
      />
      {shown === 'together' ? (
        <>
          <PartnerStage partnerId={partner.id} />
          <PartnerRhythm partner={{ id: partner.id, name: partner.name }} />
          {above?.(partner.id)}
          <PartnerAgreements partner={partner} />
          <PartnerPromises partner={partner} />
          <PartnerPeople partner={partner} />
        </>
      ) : null}
      {shown === 'requisites' ? <PartnerRequisites partner={partner} /> : null}
      {shown === 'history' ? <PartnerHistory partnerId={partner.id} /> : null}
    </>
  );
}
