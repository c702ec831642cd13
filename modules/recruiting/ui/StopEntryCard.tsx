import { Act, ConfirmWithConsequence, useVerb, useWords, When } from '@mosty/ui-kit';
import {
  askStopOff,
  decideStop,
  decideStopOff,
  listStopEntries,
  readPartnerStops,
  type StopEntry,
} from '../contract/stop-list.ts';
import classes from './stop-list.module.css';

const CHANGES = { invalidates: [listStopEntries, readPartnerStops] };
const KNOWN_BY = ['taxNumber', 'phone', 'email', 'site', 'person'] as const;

/** One entry: why, how it is known, who said it, and what the second person may do. */
export function StopEntryCard({ entry }: { entry: StopEntry }) {
  const t = useWords('recruiting');
  const params = { entryId: entry.id };
  const decide = useVerb(decideStop, CHANGES);
  const askOff = useVerb(askStopOff, CHANGES);
  const decideOff = useVerb(decideStopOff, CHANGES);
  const { can, decided, offAsked, takenOff } = entry;
  const known = KNOWN_BY.flatMap((key) => (entry[key] ? [[key, entry[key]] as const] : []));
  return (
    <>
      <p>{t(`lifecycle:reason.${entry.reasonCode}`)}</p>
      <p className={classes.text}>{entry.evidence}</p>
      {entry.evidenceLink ? <p className={classes.soft}>{entry.evidenceLink}</p> : null}
      <dl className={classes.facts}>
        {known.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`stopList.form.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('stopList.proposed')}</dt>
          <dd>
            <When value={entry.proposed.at} /> {entry.proposed.by ?? ''}
          </dd>
        </div>
        {decided ? (
          <div>
            <dt>{t(decided.approved ? 'stopList.approvedBy' : 'stopList.rejectedBy')}</dt>
            <dd>
              <When value={decided.at} /> {decided.by ?? ''} {decided.note ?? ''}
            </dd>
          </div>
        ) : null}
        {offAsked ? (
          <div>
            <dt>{t('stopList.offAsked')}</dt>
            <dd>
              <When value={offAsked.at} /> {offAsked.by ?? ''}: {offAsked.reason}
            </dd>
          </div>
        ) : null}
        {takenOff ? (
          <div>
            <dt>{t('stopList.takenOff')}</dt>
            <dd>
              <When value={takenOff.at} /> {takenOff.by ?? ''}
            </dd>
          </div>
        ) : null}
      </dl>
      <div className={classes.acts}>
        {entry.state === 'proposed' ? (
          <>
            <ConfirmWithConsequence
              title={t('stopList.approve')}
              consequence={t('stopList.approveConsequence')}
              confirm={t('stopList.approve')}
              risky
              onConfirm={() => decide.mutateAsync({ params, body: { approved: true } })}
            >
              {(ask) => (
                <Act can={can['approve']} color="red" onClick={ask}>
                  {t('stopList.approve')}
                </Act>
              )}
            </ConfirmWithConsequence>
            <ConfirmWithConsequence
              title={t('stopList.reject')}
              consequence={t('stopList.rejectConsequence')}
              confirm={t('stopList.reject')}
              reason={t('stopList.why')}
              onConfirm={(note) => decide.mutateAsync({ params, body: { approved: false, note } })}
            >
              {(ask) => (
                <Act can={can['reject']} variant="default" onClick={ask}>
                  {t('stopList.reject')}
                </Act>
              )}
            </ConfirmWithConsequence>
          </>
        ) : null}
        {entry.state === 'standing' ? (
          <ConfirmWithConsequence
            title={t('stopList.askOff')}
            consequence={t('stopList.askOffConsequence')}
            confirm={t('stopList.askOff')}
            reason={t('stopList.why')}
            onConfirm={(reason) => askOff.mutateAsync({ params, body: { reason } })}
          >
            {(ask) => (
              <Act can={can['askOff']} variant="default" onClick={ask}>
                {t('stopList.askOff')}
              </Act>
            )}
          </ConfirmWithConsequence>
        ) : null}
        {entry.state === 'off_asked' ? (
          <>
            <ConfirmWithConsequence
              title={t('stopList.takeOff')}
              consequence={t('stopList.takeOffConsequence')}
              confirm={t('stopList.takeOff')}
              onConfirm={() => decideOff.mutateAsync({ params, body: { takeOff: true } })}
            >
              {(ask) => (
                <Act can={can['takeOff']} onClick={ask}>
                  {t('stopList.takeOff')}
                </Act>
              )}
            </ConfirmWithConsequence>
            <Act
              can={can['keepOn']}
              variant="default"
              onClick={() => decideOff.mutate({ params, body: { takeOff: false } })}
            >
              {t('stopList.keepOn')}
            </Act>
          </>
        ) : null}
      </div>
    </>
  );
}
