import {
  Act,
  Badge,
  ClassBadge,
  LinesSkeleton,
  Loaded,
  PageLink,
  paths,
  Section,
  useFormat,
  useGo,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { listAgreements, type AgreementCard } from '../contract.ts';
import type { PartnerCard } from './PartnerScreen.tsx';
import { ExclusivityLine } from './ExclusivityLine.tsx';
import { STATE_TONES } from './state-tones.ts';
import classes from './agreements.module.css';

/** Every agreement: its class, kind, state and what success was agreed to be. */
export function PartnerAgreements({ partner }: { partner: PartnerCard }) {
  const t = useWords('agreements');
  const go = useGo();
  const read = useRead(listAgreements, { params: { partnerId: partner.id } }, { keep: false });
  return (
    <Section
      title={t('agreements.title')}
      actions={
        <Act
          variant="default"
          can={read.data?.can['open']}
          onClick={() => go(paths.newAgreement({ partnerId: partner.id }))}
        >
          {t('agreements.open')}
        </Act>
      }
    >
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.soft}>{t('agreements.none')}</p>
          ) : (
            <div>
              {items.map((agreement) => (
                <AgreementLine key={agreement.id} agreement={agreement} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}

function AgreementLine({ agreement }: { agreement: AgreementCard }) {
  const t = useWords('agreements');
  const format = useFormat();
  const holds =
    agreement.versions.find((version) => version.version === agreement.currentVersion) ??
    agreement.versions[0];
  const facts = [
    agreement.number ? t('agreements.number', { number: agreement.number }) : null,
    t('agreements.from', { day: format.when(agreement.startsOn) }),
    agreement.department
      ? t('department.line', { department: t(`department.of.${agreement.department}`) })
      : null,
    agreement.endsOn ? t('agreements.to', { day: format.when(agreement.endsOn) }) : null,
    agreement.endedAt ? t('agreements.ended', { day: format.when(agreement.endedAt) }) : null,
  ].filter(Boolean);
  return (
    <div className={classes.row}>
      <div>
        <span className={classes.inline}>
          <ClassBadge of={agreement.class} />
          <span>{t(`kind.${agreement.kind}`)}</span>
          <Badge tone={STATE_TONES[agreement.state]}>{t(`state.${agreement.state}`)}</Badge>
        </span>
        <p className={classes.small}>{facts.join(' · ')}</p>
        {holds ? <p style={{ maxWidth: '70ch', marginTop: 4 }}>{holds.success}</p> : null}
        <ExclusivityLine agreement={agreement} />
      </div>
      <PageLink to={paths.agreement({ agreementId: agreement.id })}>{t('agreements.goTo')}</PageLink>
    </div>
  );
}
