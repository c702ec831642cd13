import {
  getPartnerTimeline,
  listRequisites,
  verifyRequisites,
  type Requisites,
} from '@mosty/directory/contract';
import {
  Act,
  Badge,
  ConfirmWithConsequence,
  LinesSkeleton,
  Loaded,
  Section,
  Timeline,
  toast,
  useFormat,
  useRead,
  useVerb,
  useWords,
  type May,
} from '@mosty/ui-kit';
import { useState } from 'react';
import type { PartnerCard } from './PartnerScreen.tsx';
import { RequisitesForm } from './RequisitesForm.tsx';
import classes from './agreements.module.css';

/** Where the money goes now, whether finance has looked, and what it was before. */
export function PartnerRequisites({ partner }: { partner: PartnerCard }) {
  const t = useWords('agreements');
  const [writing, setWriting] = useState(false);
  const read = useRead(listRequisites, { params: { partnerId: partner.id } }, { keep: false });
  const newest = read.data?.items[0];
  return (
    <Section
      title={t('requisites.title')}
      actions={
        <Act variant="default" can={read.data?.can['write']} onClick={() => setWriting(true)}>
          {t(newest ? 'requisites.change' : 'requisites.write')}
        </Act>
      }
    >
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {({ items: [now, ...earlier], can }) => (
          <>
            {now ? (
              <Current requisites={now} can={can['verify']} />
            ) : (
              <p className={classes.soft}>{t('requisites.none')}</p>
            )}
            {earlier.length > 0 ? (
              <>
                <h3 style={{ margin: '28px 0 12px' }}>{t('requisites.earlier')}</h3>
                <Timeline
                  items={earlier.map((one) => ({
                    id: one.id,
                    at: one.createdAt,
                    title: `${one.legalName}, ${one.bank['account'] ?? '–'}`,
                    note: [
                      t('requisites.version', { version: one.version }),
                      one.verdict ? t(`requisites.${one.verdict}`) : null,
                    ]
                      .filter(Boolean)
                      .join(' · '),
                    tone: 'faint',
                  }))}
                />
              </>
            ) : null}
          </>
        )}
      </Loaded>
      {writing ? (
        <RequisitesForm partner={partner} before={newest ?? null} onClose={() => setWriting(false)} />
      ) : null}
    </Section>
  );
}

function Current({ requisites, can }: { requisites: Requisites; can: May }) {
  const t = useWords('agreements');
  const format = useFormat();
  const verdict = requisites.verdict;
  const [now] = useState(() => new Date().toISOString());
  const frozen =
    requisites.frozenUntil !== null && requisites.frozenUntil > now ? requisites.frozenUntil : null;
  const facts: [string, string | null | undefined][] = [
    [
      t('requisites.legalForm'),
      t(`requisites.forms.${requisites.legalForm}`, { defaultValue: requisites.legalForm }),
    ],
    [t('requisites.legalName'), requisites.legalName],
    [t('requisites.taxNumber'), requisites.taxNumber],
    ...(['kpp', 'ogrn'] as const).map(
      (field) => [t(`requisites.${field}`), requisites.fields[field]] as [string, string | undefined],
    ),
    ...(['account', 'bankName', 'bik', 'correspondentAccount'] as const).map(
      (field) => [t(`requisites.${field}`), requisites.bank[field]] as [string, string | undefined],
    ),
  ];
  return (
    <>
      <p className={classes.inline} style={{ marginBottom: 16 }}>
        <Badge tone={verdict === 'verified' ? 'accent' : 'warn'}>
          {t(verdict ? `requisites.${verdict}` : 'requisites.waits')}
        </Badge>
        {frozen ? (
          <Badge tone="warn">{t('requisites.frozen', { day: format.when(frozen, 'time') })}</Badge>
        ) : null}
        <span className={classes.small}>{t('requisites.version', { version: requisites.version })}</span>
        {requisites.verdictNote ? <span className={classes.small}>{requisites.verdictNote}</span> : null}
      </p>
      <dl className={classes.facts}>
        {facts.flatMap(([label, text]) =>
          text
            ? [
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
      {verdict === null ? <Verdict requisitesId={requisites.id} can={can} /> : null}
    </>
  );
}

function Verdict({ requisitesId, can }: { requisitesId: string; can: May }) {
  const t = useWords('agreements');
  const verb = useVerb(verifyRequisites, {
    invalidates: [listRequisites, getPartnerTimeline],
    onDone: () => toast(t('requisites.decided')),
  });
  const params = { requisitesId };
  return (
    <div className={classes.actions} style={{ marginTop: 20 }}>
      <ConfirmWithConsequence
        title={t('requisites.verifyTitle')}
        consequence={t('requisites.verifyText')}
        confirm={t('requisites.verify')}
        onConfirm={() => verb.mutateAsync({ params, body: { verdict: 'verified' } })}
      >
        {(ask) => (
          <Act can={can} onClick={ask}>
            {t('requisites.verify')}
          </Act>
        )}
      </ConfirmWithConsequence>
      <ConfirmWithConsequence
        title={t('requisites.rejectTitle')}
        consequence={t('requisites.rejectText')}
        confirm={t('requisites.reject')}
        reason={t('requisites.rejectReason')}
        onConfirm={(note) => verb.mutateAsync({ params, body: { verdict: 'rejected', note } })}
      >
        {(ask) => (
          <Act variant="default" can={can} onClick={ask}>
            {t('requisites.reject')}
          </Act>
        )}
      </ConfirmWithConsequence>
    </div>
  );
}
