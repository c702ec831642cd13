import { PageLink, paths, Section, useFormat, useWords } from '@mosty/ui-kit';
import type { Home } from '../contract.ts';
import classes from './home.module.css';

/** How many people opened the partner's links, day by day; the same figures stand in a table behind. */
export function HomeClicks({ clicks: { total, byDay } }: Pick<Home, 'clicks'>) {
  const t = useWords('portal');
  const format = useFormat();
  const most = Math.max(1, ...byDay.map(({ clicks }) => clicks));
  const said = t('clicks.said', { count: total });
  if (total === 0)
    return (
      <Section title={t('clicks.title')}>
        <p>
          {t('clicks.empty')} <PageLink to={paths.portalLinks()}>{t('clicks.links')}</PageLink>
        </p>
      </Section>
    );
  return (
    <Section title={t('clicks.title')} note={said}>
      <svg
        className={classes.bars}
        viewBox={`0 0 ${byDay.length * 10} 60`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
      >
        {byDay.map(({ day, clicks }, at) => {
          const height = clicks === 0 ? 1 : Math.max(3, (clicks / most) * 58);
          return <rect key={day} x={at * 10 + 1.5} y={60 - height} width="7" height={height} />;
        })}
      </svg>
      <div className={classes.days} aria-hidden="true">
        <span>{format.when(byDay[0]?.day ?? '', 'short')}</span>
        <span>{t('clicks.today')}</span>
      </div>
      <details className={classes.behind}>
        <summary>{t('clicks.table')}</summary>
        <table aria-label={t('clicks.title')}>
          <thead>
            <tr>
              <th scope="col">{t('clicks.day')}</th>
              <th scope="col">{t('clicks.opened')}</th>
            </tr>
          </thead>
          <tbody>
            {byDay.toReversed().map(({ day, clicks }) => (
              <tr key={day}>
                <td>{format.when(day)}</td>
                <td>{format.count(clicks)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
