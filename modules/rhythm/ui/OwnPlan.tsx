import { Loaded, Section, useRead, useWords } from '@mosty/ui-kit';
import { listPlanItems } from '../contract.ts';
import { PlanText } from './PlanPanel.tsx';
import classes from './rhythm.module.css';

/** The joint plan as the partner's people read it. */
export function OwnPlan() {
  const t = useWords('rhythm');
  const read = useRead(listPlanItems, { query: {} });
  return (
    <Section title={t('own.title')} note={t('own.note')}>
      <Loaded read={read}>
        {({ items }) => {
          const shown = items.filter(({ status }) => status !== 'dropped' && status !== 'draft');
          return shown.length === 0 ? (
            <p className={classes.soft}>{t('own.none')}</p>
          ) : (
            <ul className={classes.lines}>
              {shown.map((item) => (
                <li key={item.id} className={classes.item}>
                  <h3 className={classes.small}>{item.title}</h3>
                  <PlanText item={item} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}
