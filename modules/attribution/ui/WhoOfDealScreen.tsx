import { Button } from '@mantine/core';
import {
  Badge,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Percent,
  Section,
  useFilters,
  useFormat,
  useMay,
  useParam,
  useRead,
  useToday,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { getWhoOfDeal } from '../contract.ts';
import { ClaimsOf } from './ClaimsOf.tsx';
import { Contest } from './Contest.tsx';
import { Moments } from './Moments.tsx';
import { Who } from './WhoScreen.tsx';
import classes from './attribution.module.css';

type WhoOfDeal = AnswerOf<typeof getWhoOfDeal>;

/** Whose a deal is: who takes part, what led to it and happened to it; contested here. */
export default function WhoOfDealScreen() {
  const t = useWords('attribution');
  const dealId = useParam('dealId');
  const [filters, set] = useFilters(paths.whoOfDeal);
  const read = useRead(getWhoOfDeal, { params: { dealId } });
  return (
    <Loaded read={read}>
      {(who) => (
        <>
          <PageHeading
            above={<PageLink to={paths.dealCard({ dealId })}>{who.title}</PageLink>}
            title={t('ofDeal.title', { number: who.number })}
            answer={
              who.registrant.partnerName
                ? t('ofDeal.registered', { who: who.registrant.partnerName })
                : t('ofDeal.ours')
            }
            actions={<ContestButton who={who} onAsk={() => set({ contest: '1' })} />}
          />
          <Parties who={who} />
          <Section title={t('ofDeal.timeline')}>
            <Moments timeline={who.timeline} />
          </Section>
          <ClaimsOf claims={who.claims} title={t('ofDeal.claims')} />
          {filters.contest ? <Contest about={{ dealId }} onClose={() => set({ contest: '' })} /> : null}
        </>
      )}
    </Loaded>
  );
}

function ContestButton({ who, onAsk }: { who: WhoOfDeal; onAsk: () => void }) {
  const t = useWords('attribution');
  const format = useFormat();
  const may = useMay('claim.open');
  const today = useToday();
  if (!may) return null;
  const last = who.contestableTo;
  if (last !== null && today > last)
    return <span className={classes.note}>{t('who.tooLate', { day: format.when(last) })}</span>;
  return (
    <Button
      variant="default"
      onClick={onAsk}
      title={last === null ? t('ofDeal.whileOpen') : t('who.till', { day: format.when(last) })}
    >
      {t('who.contest')}
    </Button>
  );
}

/** Who takes part now, also where it is contested. */
export function Parties({ who }: { who: WhoOfDeal }) {
  const t = useWords('attribution');
  return (
    <Section title={t('ofDeal.parties')}>
      {who.participants.length === 0 ? <p className={classes.note}>{t('ofDeal.nobody')}</p> : null}
      <ul className={classes.steps}>
        {who.participants.map((party) => (
          <li key={`${party.partnerId} ${party.role} ${party.sharePpm}`}>
            <span className={classes.inline}>
              <Who row={party} /> <Badge>{t(`role.${party.role}`)}</Badge> <Percent ppm={party.sharePpm} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
