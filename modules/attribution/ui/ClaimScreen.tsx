import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Badge,
  ConfirmWithConsequence,
  FormShell,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  toast,
  useFormat,
  useMay,
  useParam,
  useRead,
  useVerb,
  useWords,
  When,
  type AnswerOf,
} from '@mosty/ui-kit';
import { useState } from 'react';
import {
  answerClaim,
  getClaim,
  getWhoBrought,
  getWhoOfDeal,
  listClaims,
  withdrawClaim,
} from '../contract.ts';
import { useWanted } from './ClaimsScreen.tsx';
import { DecideClaim } from './DecideClaim.tsx';
import { Moments } from './Moments.tsx';
import { STATE_TONE } from './state-tone.ts';
import { Parties } from './WhoOfDealScreen.tsx';
import { Steps, Who } from './WhoScreen.tsx';
import classes from './attribution.module.css';

export type Claim = AnswerOf<typeof getClaim>;

/** One claim: both versions, what led to the sale, the rule that applied, how such cases were decided before. */
export default function ClaimScreen() {
  const t = useWords('attribution');
  const claimId = useParam('claimId');
  const maySeeWhy = useMay('participant.read');
  const read = useRead(getClaim, { params: { claimId } });
  const titleOf = (claim: Claim) => {
    const about = { sale: claim.saleKey ?? '', number: claim.dealNumber ?? '' };
    if (claim.claimantName === null && claim.own)
      return t(claim.dealId ? 'claim.ourTitleDeal' : 'claim.ourTitle', about);
    const who = claim.claimantName ?? t('who.another');
    return t(claim.dealId ? 'claim.titleDeal' : 'claim.title', { ...about, who });
  };
  return (
    <Loaded read={read}>
      {(claim) => (
        <>
          <PageHeading
            above={<PageLink to={paths.claims()}>{t('claims.title')}</PageLink>}
            title={titleOf(claim)}
            answer={<Answer claim={claim} />}
            actions={<ClaimActions claim={claim} />}
          />
          {claim.decisionReason ? <Decided claim={claim} /> : null}
          <Versions claim={claim} />
          {maySeeWhy && claim.saleId ? <Contested saleId={claim.saleId} /> : null}
          {maySeeWhy && claim.dealId ? <ContestedDeal dealId={claim.dealId} /> : null}
          <Precedents claim={claim} />
        </>
      )}
    </Loaded>
  );
}

function Answer({ claim }: { claim: Claim }) {
  const t = useWords('attribution');
  const wants = useWanted();
  return (
    <span className={classes.inline}>
      <Badge tone={STATE_TONE[claim.state]}>{t(`claimState.${claim.state}`)}</Badge>
      <span>{t('claim.wants', { wanted: wants(claim.wanted) })}</span>
      {claim.amountMinor !== null && claim.currency !== null ? (
        <Money minor={claim.amountMinor} currency={claim.currency} />
      ) : null}
      {claim.can.answer || claim.can.decide ? (
        <span>
          {t('claims.respondBy')} <When value={claim.respondBy} />
        </span>
      ) : null}
    </span>
  );
}

function ClaimActions({ claim }: { claim: Claim }) {
  const t = useWords('attribution');
  const [deciding, setDeciding] = useState(false);
  const verb = useVerb(withdrawClaim, { invalidates: [getClaim, listClaims, getWhoBrought, getWhoOfDeal] });
  return (
    <>
      {claim.can.decide ? <Button onClick={() => setDeciding(true)}>{t('claim.decide')}</Button> : null}
      {claim.can.withdraw ? (
        <ConfirmWithConsequence
          title={t('claim.withdrawTitle')}
          consequence={t('claim.withdrawText')}
          confirm={t('claim.withdraw')}
          onConfirm={async () => {
            await verb.mutateAsync({ params: { claimId: claim.id } });
            toast(t('claim.withdrawn'));
          }}
        >
          {(ask) => (
            <Button variant="subtle" color="gray" onClick={ask}>
              {t('claim.withdraw')}
            </Button>
          )}
        </ConfirmWithConsequence>
      ) : null}
      {deciding ? <DecideClaim claim={claim} onClose={() => setDeciding(false)} /> : null}
    </>
  );
}

function Decided({ claim }: { claim: Claim }) {
  const t = useWords('attribution');
  const format = useFormat();
  const list = (claim.ruling ?? [])
    .map((one) => `${one.partnerName ?? t('who.another')} – ${format.percent(one.sharePpm)}`)
    .join(', ');
  return (
    <Section
      title={t('claim.decisionTitle')}
      note={claim.decidedAt ? <When value={claim.decidedAt} /> : undefined}
    >
      <p className={classes.quote}>{claim.decisionReason}</p>
      {claim.ruling ? (
        <p className={classes.note}>{t('claim.toWhom', { list: list || t('claim.nobody') })}</p>
      ) : null}
    </Section>
  );
}

/** What each side says, and room for an answer. */
function Versions({ claim }: { claim: Claim }) {
  const t = useWords('attribution');
  return (
    <>
      <Section title={t('claim.says')}>
        <p className={classes.quote}>{claim.claims}</p>
        <p className={classes.small}>
          {t(claim.evidence.length > 0 ? 'claim.evidence' : 'claim.noEvidence')}
        </p>
        <ul className={classes.steps}>
          {claim.evidence.map(({ text, url }) => (
            <li key={text}>
              {url ? (
                <a className={classes.outside} href={url} target="_blank" rel="noreferrer noopener">
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('claim.other')}>
        {claim.notes.length === 0 ? <p className={classes.note}>{t('claim.nobodySaid')}</p> : null}
        <ul className={classes.steps}>
          {claim.notes.map((note) => (
            <li key={note.position}>
              <span className={classes.small}>
                {note.partnerName ?? t(`claim.side.${note.side}`)} · <When value={note.at} />
              </span>
              <span className={classes.quote}>{note.said}</span>
            </li>
          ))}
        </ul>
        {claim.can.answer ? <Reply claimId={claim.id} /> : null}
      </Section>
    </>
  );
}

function Reply({ claimId }: { claimId: string }) {
  const t = useWords('attribution');
  const verb = useVerb(answerClaim, { invalidates: [getClaim, listClaims] });
  const form = useForm({
    initialValues: { said: '' },
    validate: { said: (value) => (value.trim() ? null : t('claim.needExplanation')) },
  });
  return (
    <FormShell
      form={form}
      submit={t('claim.answerSubmit')}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
      onSubmit={async ({ said }) => {
        await verb.mutateAsync({ params: { claimId }, body: { said: said.trim() } });
        form.reset();
        toast(t('claim.answered'));
      }}
    >
      <Textarea label={t('claim.answerLabel')} autosize minRows={2} {...form.getInputProps('said')} />
    </FormShell>
  );
}

/** The decision that is contested, as it stands now. */
function Contested({ saleId }: { saleId: string }) {
  const t = useWords('attribution');
  const read = useRead(getWhoBrought, { params: { saleId } });
  return (
    <Loaded read={read}>
      {({ decision }) => (
        <>
          <Steps decision={decision} />
          <Section
            title={t('who.timeline')}
            actions={<PageLink to={paths.whoBrought({ saleId })}>{t('who.toSale')}</PageLink>}
          >
            <p className={classes.links}>
              {decision.participants.map((party) => (
                <span key={`${party.partnerId} ${party.role}`} className={classes.inline}>
                  <Who row={party} /> <Badge>{t(`role.${party.role}`)}</Badge>
                </span>
              ))}
            </p>
            <Moments timeline={decision.timeline} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

/** The deal that is contested, as it stands now. */
function ContestedDeal({ dealId }: { dealId: string }) {
  const t = useWords('attribution');
  const read = useRead(getWhoOfDeal, { params: { dealId } });
  return (
    <Loaded read={read}>
      {(who) => (
        <>
          <Parties who={who} />
          <Section
            title={t('ofDeal.timeline')}
            actions={<PageLink to={paths.whoOfDeal({ dealId })}>{t('ofDeal.toDeal')}</PageLink>}
          >
            <Moments timeline={who.timeline} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Precedents({ claim }: { claim: Claim }) {
  const t = useWords('attribution');
  if (!claim.can.decide && claim.precedents.length === 0) return null;
  return (
    <Section title={t('claim.precedents')}>
      {claim.precedents.length === 0 ? <p className={classes.note}>{t('claim.noPrecedents')}</p> : null}
      <ul className={classes.steps}>
        {claim.precedents.map((one) => (
          <li key={one.id}>
            <span className={classes.inline}>
              <PageLink to={paths.claim({ claimId: one.id })}>{one.title}</PageLink>
              <Badge tone={STATE_TONE[one.state]}>{t(`claimState.${one.state}`)}</Badge>
              {one.sameRule ? <Badge tone="faint">{t('claim.sameRule')}</Badge> : null}
            </span>
            <span className={classes.small}>{one.decisionReason}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
