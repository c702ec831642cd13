import { Badge, Loaded, PageHeading, Section, useFormat, useMe, useRead, useWords } from '@mosty/ui-kit';
import { listAgreements, listPartnerTexts, listPromises, type AgreementCard } from '../../contract.ts';
import { ExclusivityLine } from '../ExclusivityLine.tsx';
import { PaperLink } from '../PaperLink.tsx';
import { PromiseLedger } from '../PromiseLedger.tsx';
import { VersionText } from '../VersionText.tsx';
import classes from '../agreements.module.css';
import { AcceptOwn } from './AcceptOwn.tsx';
import { OwnTexts } from './OwnTexts.tsx';

/** Both lists of promises, what waits for the partner's word, and what both sides live by. */
export default function RulesPage() {
  const { member } = useMe();
  return member.partnerId ? <Rules partnerId={member.partnerId} /> : null;
}

function Rules({ partnerId }: { partnerId: string }) {
  const t = useWords('agreements');
  const params = { partnerId };
  const agreements = useRead(listAgreements, { params });
  const texts = useRead(listPartnerTexts, { params });
  const promises = useRead(listPromises, { params });
  const open = agreements.data?.items.filter(({ state }) => state !== 'ended') ?? [];
  const waiting =
    open.filter(awaitsUs).length + (texts.data?.items.filter(({ theirs }) => theirs === null).length ?? 0);
  return (
    <>
      <PageHeading
        title={t('rules.title')}
        answer={
          !agreements.data || !texts.data
            ? null
            : t(waiting > 0 ? 'rules.toAccept' : 'rules.allAccepted', { count: waiting })
        }
      />
      <Loaded read={agreements}>
        {() =>
          open.length === 0 ? (
            <p className={classes.soft}>{t('rules.none')}</p>
          ) : (
            open.map((agreement) => <Agreement key={agreement.id} agreement={agreement} />)
          )
        }
      </Loaded>
      <Loaded read={promises}>
        {({ items }) =>
          items.length === 0 ? null : (
            <Section title={t('rules.promises')}>
              <PromiseLedger promises={items} can={false} reader="partner" />
            </Section>
          )
        }
      </Loaded>
      <Loaded read={texts}>{({ items }) => <OwnTexts partnerId={partnerId} texts={items} />}</Loaded>
    </>
  );
}

/** The newest version is not accepted by the partner yet. */
function awaitsUs({ versions, currentVersion }: AgreementCard): boolean {
  const [newest] = versions;
  return (
    newest !== undefined &&
    newest.version > currentVersion &&
    !newest.acceptances.some(({ side }) => side === 'theirs')
  );
}

function Agreement({ agreement }: { agreement: AgreementCard }) {
  const t = useWords('agreements');
  const format = useFormat();
  const [newest] = agreement.versions;
  const waits = awaitsUs(agreement);
  const state = waits
    ? t('rules.awaits')
    : newest === undefined || newest.version <= agreement.currentVersion
      ? agreement.currentVersion === 0 && agreement.signedOn
        ? t('rules.onPaper', { when: format.when(agreement.signedOn) })
        : t('rules.accepted')
      : t('rules.awaitsOurs');
  return (
    <Section
      title={t('rules.agreement', { kind: t(`kind.${agreement.kind}`) })}
      actions={waits ? <AcceptOwn agreement={agreement} /> : null}
    >
      <p>
        {newest ? (
          <span className={classes.soft}>{t('rules.version', { version: newest.version })} </span>
        ) : null}
        <Badge tone={waits ? 'warn' : 'plain'}>{state}</Badge>
      </p>
      <ExclusivityLine agreement={agreement} />
      {agreement.versions.map((version, place) => (
        <details key={version.id}>
          <summary>
            {place === 0 ? t('rules.show') : t('rules.showOlder', { version: version.version })}
          </summary>
          <VersionText version={version} />
          <PaperLink agreementId={agreement.id} version={version.version} />
        </details>
      ))}
    </Section>
  );
}
