import { Button } from '@mantine/core';
import { Act, ConfirmWithConsequence, Loaded, Section, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { listStopEntries, readPartnerStops, tellNamesake } from '../contract/stop-list.ts';
import classes from './stop-list.module.css';

interface Props {
  readonly partnerId: string;
  readonly onPropose: () => void;
  readonly onAll: () => void;
}

/** Whom of the list one partner looks like, and what can be done about it: what its gate sends people here for. */
export function PartnerStops({ partnerId, onPropose, onAll }: Props) {
  const t = useWords('recruiting');
  const read = useRead(readPartnerStops, { params: { partnerId } });
  const tell = useVerb(tellNamesake, { invalidates: [readPartnerStops, listStopEntries] });
  return (
    <Section
      title={t('stopList.ofPartner')}
      actions={
        <Button variant="subtle" onClick={onAll}>
          {t('stopList.wholeList')}
        </Button>
      }
    >
      <Loaded read={read}>
        {({ matches, can }) => (
          <>
            {matches.length === 0 ? <p className={classes.text}>{t('stopList.noMatches')}</p> : null}
            <ul className={classes.plain}>
              {matches.map((match) => (
                <li key={match.entryId}>
                  <strong>{match.name}</strong>
                  <span className={classes.soft}>
                    {t(`lifecycle:reason.${match.reasonCode}`)}
                    {match.by.length > 0
                      ? `. ${t('stopList.same', { by: match.by.map((kind) => t(`stopList.by.${kind}`)).join(', ') })}`
                      : ''}
                  </span>
                  {match.sure ? null : (
                    <ConfirmWithConsequence
                      title={t('stopList.namesake')}
                      consequence={t('stopList.namesakeConsequence')}
                      confirm={t('stopList.namesake')}
                      reason={t('stopList.namesakeWhy')}
                      onConfirm={(reason) =>
                        tell.mutateAsync({ params: { partnerId }, body: { entryId: match.entryId, reason } })
                      }
                    >
                      {(ask) => (
                        <Act can={can['tellNamesake']} size="compact-sm" variant="default" onClick={ask}>
                          {t('stopList.namesake')}
                        </Act>
                      )}
                    </ConfirmWithConsequence>
                  )}
                </li>
              ))}
            </ul>
            <Act can={can['propose']} variant="default" onClick={onPropose}>
              {t('stopList.proposeThis')}
            </Act>
          </>
        )}
      </Loaded>
    </Section>
  );
}
