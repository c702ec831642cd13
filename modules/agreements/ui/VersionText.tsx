import { useFormat, useWords } from '@mosty/ui-kit';
import { POINTS, SIDES, type Expectations } from '../contract.ts';
import { ExclusivityText } from './ExclusivityText.tsx';
import classes from './agreements.module.css';

/** The whole text of a version: four points, then the promises of both sides. */
export function VersionText({ version }: { version: Expectations }) {
  const t = useWords('agreements');
  const format = useFormat();
  return (
    <dl className={classes.points}>
      {POINTS.map((point) => (
        <div key={point}>
          <dt>{t(`points.${point}`)}</dt>
          <dd>{version[point]}</dd>
        </div>
      ))}
      {version.exclusivity ? (
        <div>
          <dt>{t('exclusivity.title')}</dt>
          <dd>
            <ExclusivityText of={version.exclusivity} />
          </dd>
        </div>
      ) : null}
      {SIDES.map((side) => {
        const promises = version.promises.filter((promise) => promise.side === side);
        return promises.length === 0 ? null : (
          <div key={side}>
            <dt>{t(`kit:promises.company.${side}`)}</dt>
            <dd>
              <ol className={classes.list}>
                {promises.map((promise, place) => (
                  <li key={`${place}`}>
                    {promise.words}
                    {promise.dueOn ? ` (${t('agreements.to', { day: format.when(promise.dueOn) })})` : ''}
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
