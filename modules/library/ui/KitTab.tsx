import { Badge, Loaded, PageLink, paths, Section, useRead, useWords } from '@mosty/ui-kit';
import { readKits, type KitNeed } from '../contract.ts';
import classes from './library.module.css';

/** What a partner of each kind needs to begin (S1.53): what is there, what is missing, who can supply it. */
export function KitTab() {
  const t = useWords('library');
  const words = useWords('agreements');
  const read = useRead(readKits, {});
  const to = (need: KitNeed, kind: string) =>
    need === 'crm'
      ? paths.deals()
      : need === 'commission'
        ? paths.rewards()
        : need === 'answers'
          ? paths.library({ tab: 'answers' })
          : paths.library({ kind: need, for: kind });
  return (
    <Section title={t('kit.title')} note={t('kit.note')}>
      <Loaded read={read}>
        {({ kits }) => (
          <div className={classes.cards}>
            {kits.map((kit) => (
              <section key={kit.kind} className={classes.card} aria-label={words(`kind.${kit.kind}`)}>
                <div className={classes.row}>
                  <h3 className={classes.name}>{words(`kind.${kit.kind}`)}</h3>
                  <Badge tone={kit.have === kit.of ? 'accent' : 'plain'}>
                    {t('kit.have', { have: kit.have, of: kit.of })}
                  </Badge>
                </div>
                <span className={classes.soft}>{t('kit.partners', { count: kit.partners })}</span>
                <ul className={classes.items}>
                  {kit.items.map(({ need, state, by }) => (
                    <li key={need} className={classes.item}>
                      <PageLink to={to(need, kit.kind)}>{t(`need.${need}`)}</PageLink>
                      <span>
                        {state === 'have' ? t('kit.there') : null}
                        {state === 'stale' ? <Badge tone="warn">{t('kit.stale')}</Badge> : null}
                        {state === 'missing' ? t('kit.missing', { by: t(`by.${by}`) }) : null}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  );
}
