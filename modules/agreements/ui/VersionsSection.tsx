import { Button } from '@mantine/core';
import { Act, Badge, paths, Section, SegmentTabs, useFilters, useFormat, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import type { AgreementCard, Version } from '../contract.ts';
import { PaperLink } from './PaperLink.tsx';
import { ProposeVersion } from './ProposeVersion.tsx';
import { VersionDifference } from './VersionDifference.tsx';
import { VersionText } from './VersionText.tsx';
import classes from './agreements.module.css';

/** Versions of mutual expectations: which holds, which waits, what changed between two. */
export function VersionsSection({ agreement }: { agreement: AgreementCard }) {
  const t = useWords('agreements');
  const [filters, setFilters] = useFilters(paths.agreement);
  const [proposing, setProposing] = useState(false);
  const [comparing, setComparing] = useState(false);
  const { versions, currentVersion } = agreement;
  const shown = versions.find((version) => String(version.version) === filters.version) ?? versions[0];
  const before = shown ? versions.find((version) => version.version === shown.version - 1) : undefined;
  return (
    <Section
      title={t('version.title')}
      actions={
        <Act variant="default" can={agreement.can['propose']} onClick={() => setProposing(true)}>
          {t(versions.length > 0 ? 'version.next' : 'version.write')}
        </Act>
      }
    >
      {versions.length > 1 ? (
        <SegmentTabs
          label={t('version.title')}
          value={String(shown?.version)}
          segments={versions.map(({ version }) => ({
            value: String(version),
            label: t('version.number', { version }),
          }))}
          onChange={(version) => setFilters({ version })}
        />
      ) : null}
      {shown ? (
        <>
          <div className={classes.inline} style={{ margin: '12px 0 16px' }}>
            <Badge
              tone={shown.version === currentVersion ? 'accent' : shown === versions[0] ? 'warn' : 'faint'}
            >
              {t(
                shown.version === currentVersion
                  ? 'version.holds'
                  : shown === versions[0]
                    ? 'version.waits'
                    : 'version.past',
              )}
            </Badge>
            {before ? (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-pressed={comparing}
                onClick={() => setComparing(!comparing)}
              >
                {t('version.compare')}
              </Button>
            ) : null}
            <PaperLink agreementId={agreement.id} version={shown.version} />
          </div>
          {comparing && before ? (
            <VersionDifference agreementId={agreement.id} from={before.version} to={shown.version} />
          ) : (
            <VersionText version={shown} />
          )}
          <Acceptances version={shown} onPaper={agreement.signedOn !== null && shown.version === 1} />
        </>
      ) : (
        <p className={classes.soft}>{t('version.none')}</p>
      )}
      {proposing ? <ProposeVersion agreement={agreement} onClose={() => setProposing(false)} /> : null}
    </Section>
  );
}

function Acceptances({ version, onPaper }: { version: Version; onPaper: boolean }) {
  const t = useWords('agreements');
  const format = useFormat();
  return (
    <>
      {version.acceptances.map((one) => (
        <p key={one.side}>
          {t('version.acceptedBy', {
            side: t(one.side === 'ours' ? 'version.sideOurs' : 'version.sideTheirs'),
            person: one.person,
            day: format.when(one.acceptedAt, 'time'),
          })}
          {one.evidence ? (
            <span className={classes.small}> · {t('version.evidence', { evidence: one.evidence })}</span>
          ) : null}
        </p>
      ))}
      {version.acceptances.length === 0 && !onPaper ? (
        <p className={classes.soft}>{t('version.notAccepted')}</p>
      ) : null}
      <p className={classes.hash}>
        {t('version.hash')}: {version.bodyHash}
      </p>
    </>
  );
}
