import { Act, ConfirmWithConsequence, toast, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { endAgreement, launchAgreement, type AgreementCard } from '../contract.ts';
import { AcceptVersion } from './AcceptVersion.tsx';
import { AGREEMENT_READS } from './agreement-reads.ts';
import { ChangeClass } from './ChangeClass.tsx';
import classes from './agreements.module.css';

/** The next step first; what cannot be done now says why. */
export function AgreementActions({ agreement }: { agreement: AgreementCard }) {
  const t = useWords('agreements');
  const [accepting, setAccepting] = useState<'ours' | 'theirs' | null>(null);
  const [changing, setChanging] = useState(false);
  const launch = useVerb(launchAgreement, {
    invalidates: AGREEMENT_READS,
    onDone: () => toast(t('agreement.launched')),
  });
  const end = useVerb(endAgreement, {
    invalidates: AGREEMENT_READS,
    onDone: () => toast(t('agreement.endedToast')),
  });
  const params = { agreementId: agreement.id };
  const { can } = agreement;
  if (agreement.state === 'ended') return null;
  const waits = agreement.versions.length > 0 && agreement.versions[0]?.version !== agreement.currentVersion;
  return (
    <div className={classes.actions} style={{ marginBottom: 20 }}>
      {waits ? (
        <>
          <Act
            variant={can['accept'] === true ? 'filled' : 'default'}
            can={can['accept']}
            onClick={() => setAccepting('ours')}
          >
            {t('agreement.accept')}
          </Act>
          <Act variant="default" can={can['recordTheirs']} onClick={() => setAccepting('theirs')}>
            {t('agreement.recordTheirs')}
          </Act>
        </>
      ) : null}
      {agreement.state === 'launched' ? null : (
        <ConfirmWithConsequence
          title={t('agreement.launchTitle')}
          consequence={t('agreement.launchText')}
          confirm={t('agreement.launch')}
          onConfirm={() => launch.mutateAsync({ params, body: {} })}
        >
          {(ask) => (
            <Act variant={can['launch'] === true ? 'filled' : 'default'} can={can['launch']} onClick={ask}>
              {t('agreement.launch')}
            </Act>
          )}
        </ConfirmWithConsequence>
      )}
      <Act variant="default" can={can['changeClass']} onClick={() => setChanging(true)}>
        {t('agreement.changeClass')}
      </Act>
      <ConfirmWithConsequence
        title={t('agreement.endTitle')}
        consequence={t('agreement.endText')}
        confirm={t('agreement.end')}
        reason={t('agreement.endReasonLabel')}
        risky
        onConfirm={(reason) => end.mutateAsync({ params, body: { reason } })}
      >
        {(ask) => (
          <Act variant="subtle" color="gray" can={can['end']} onClick={ask}>
            {t('agreement.end')}
          </Act>
        )}
      </ConfirmWithConsequence>
      {accepting ? (
        <AcceptVersion agreement={agreement} side={accepting} onClose={() => setAccepting(null)} />
      ) : null}
      {changing ? <ChangeClass agreement={agreement} onClose={() => setChanging(false)} /> : null}
    </div>
  );
}
