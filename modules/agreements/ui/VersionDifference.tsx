import { LinesSkeleton, Loaded, useRead, useWords } from '@mosty/ui-kit';
import { compareVersions } from '../contract.ts';
import { ExclusivityText } from './ExclusivityText.tsx';
import classes from './agreements.module.css';

/** What changed, as marked in the margin: words that went are struck, words that came are tinted. */
export function VersionDifference({
  agreementId,
  from,
  to,
}: {
  agreementId: string;
  from: number;
  to: number;
}) {
  const t = useWords('agreements');
  const read = useRead(compareVersions, { params: { agreementId }, query: { from, to } });
  return (
    <Loaded read={read} skeleton={<LinesSkeleton lines={6} />}>
      {(difference) => (
        <>
          <p className={classes.small} style={{ marginBottom: 12 }}>
            {t('version.comparing', { version: difference.from })}
          </p>
          <dl className={classes.points}>
            {difference.points.map((point) => (
              <div key={point.point}>
                <dt>
                  {t(`points.${point.point}`)}
                  {point.changed ? null : ` · ${t('version.noChange')}`}
                </dt>
                <dd>
                  {point.runs.map((run, place) => {
                    if (run.change === 'added') return <ins key={`${place}`}>{run.text}</ins>;
                    if (run.change === 'removed') return <del key={`${place}`}>{run.text}</del>;
                    return <span key={`${place}`}>{run.text}</span>;
                  })}
                </dd>
              </div>
            ))}
            {difference.exclusivity.changed ? (
              <div>
                <dt>{t('exclusivity.title')}</dt>
                <dd>
                  {difference.exclusivity.before ? (
                    <del>
                      <ExclusivityText of={difference.exclusivity.before} />
                    </del>
                  ) : null}{' '}
                  {difference.exclusivity.after ? (
                    <ins>
                      <ExclusivityText of={difference.exclusivity.after} />
                    </ins>
                  ) : (
                    t('exclusivity.gone')
                  )}
                </dd>
              </div>
            ) : null}
            {difference.promises.length > 0 ? (
              <div>
                <dt>{t('propose.promises')}</dt>
                <dd>
                  <ul className={classes.list}>
                    {difference.promises.map((promise, place) => {
                      const words = `${t(`propose.${promise.side}`)}: ${promise.words}`;
                      return (
                        <li key={`${place}`}>
                          {promise.change === 'added' ? (
                            <ins>{words}</ins>
                          ) : promise.change === 'removed' ? (
                            <del>{words}</del>
                          ) : (
                            words
                          )}
                          {promise.change === 'same' ? null : (
                            <span className={classes.small}> · {t(`version.${promise.change}`)}</span>
                          )}
                        </li>
                      );
                    })}
                  </ul>
                </dd>
              </div>
            ) : null}
          </dl>
        </>
      )}
    </Loaded>
  );
}
