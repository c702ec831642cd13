import { getPartner } from '@mosty/directory/contract';
import {
  Badge,
  ClassBadge,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  Sentence,
  useFormat,
  useRead,
  useWords,
  useParam,
} from '@mosty/ui-kit';
import { getAgreement, type AgreementCard } from '../contract.ts';
import { AgreementActions } from './AgreementActions.tsx';
import { Department } from './Department.tsx';
import { ExclusivityLine } from './ExclusivityLine.tsx';
import { PromiseLedger } from './PromiseLedger.tsx';
import { STATE_TONES } from './state-tones.ts';
import { VersionsSection } from './VersionsSection.tsx';
import classes from './agreements.module.css';

/** One agreement: what both sides wrote down, who accepted it, and how the promises went. */
export default function AgreementScreen() {
  const agreementId = useParam('agreementId');
  const read = useRead(getAgreement, { params: { agreementId } }, { keep: false });
  return <Loaded read={read}>{(agreement) => <Card agreement={agreement} />}</Loaded>;
}

function Card({ agreement }: { agreement: AgreementCard }) {
  const t = useWords('agreements');
  const format = useFormat();
  const partner = useRead(getPartner, { params: { partnerId: agreement.partnerId } });
  const name = partner.data?.name ?? '…';
  const facts = [
    agreement.number ? t('agreements.number', { number: agreement.number }) : null,
    t('agreements.from', { day: format.when(agreement.startsOn) }),
    agreement.endsOn ? t('agreements.to', { day: format.when(agreement.endsOn) }) : null,
  ].filter(Boolean);
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.partner({ partnerId: agreement.partnerId })}>{name}</PageLink>}
        title={t(`agreement.title.${agreement.class}`, { partner: name })}
        answer={
          <span className={classes.inline}>
            <ClassBadge of={agreement.class} />
            <span>{t(`kind.${agreement.kind}`)}</span>
            <Badge tone={STATE_TONES[agreement.state]}>{t(`state.${agreement.state}`)}</Badge>
            <span>{facts.join(' · ')}</span>
          </span>
        }
      />
      <AgreementActions agreement={agreement} />
      <Story agreement={agreement} />
      <Department agreement={agreement} />
      <VersionsSection agreement={agreement} />
      <Section title={t('promises.title')}>
        {agreement.promises.length === 0 ? (
          <p className={classes.soft}>{t('promises.none')}</p>
        ) : (
          <PromiseLedger promises={agreement.promises} can={agreement.can['promise'] === true} />
        )}
      </Section>
    </>
  );
}

/** How it came to stand as it stands, in a few sentences. */
function Story({ agreement }: { agreement: AgreementCard }) {
  const t = useWords('agreements');
  const format = useFormat();
  const { client } = agreement;
  const lines = [
    agreement.signedOn ? t('agreement.signed', { day: format.when(agreement.signedOn) }) : null,
    agreement.currentVersion > 0 ? t('agreement.acceptedBoth', { version: agreement.currentVersion }) : null,
    agreement.launchedOn ? t('agreement.launchedOn', { day: format.when(agreement.launchedOn) }) : null,
  ].filter(Boolean);
  return (
    <div className={classes.soft}>
      <p>{lines.join(' ')}</p>
      <ExclusivityLine agreement={agreement} />
      {client ? (
        <p>
          <Sentence
            text={t('agreement.client')}
            parts={{ client: <PageLink to={paths.client({ clientId: client.id })}>{client.name}</PageLink> }}
          />
        </p>
      ) : null}
      {agreement.classReason ? <p>{t('agreement.classReason', { reason: agreement.classReason })}</p> : null}
      {agreement.endReason ? <p>{t('agreement.endReason', { reason: agreement.endReason })}</p> : null}
    </div>
  );
}
