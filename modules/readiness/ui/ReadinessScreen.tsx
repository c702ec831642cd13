import { Badge, Loaded, PageHeading, PageLink, paths, Section, useRead, useWords } from '@mosty/ui-kit';
import { readReadiness, type Fact, type Readiness } from '../contract.ts';
import { Answers } from './Answers.tsx';
import { Capacity } from './Capacity.tsx';
import classes from './readiness.module.css';

/** Where what a fact counts can be seen and mended. */
const PAGES: Readonly<Record<Fact, () => string>> = {
  names_heard: () => paths.scout(),
  gates_used: () => paths.pipeline(),
  portrait_used: () => paths.pipeline(),
  launches_go: () => paths.launches(),
  materials_fresh: () => paths.library(),
  scenarios_whole: () => paths.scenarios(),
  sales_told: () => paths.deals(),
  plan_set: () => paths.economics(),
  goods_known: () => paths.economics(),
  steps_written: () => paths.calendar(),
  promises_kept: () => paths.partners(),
  partners_answered: () => paths.talk(),
  partners_asked: () => paths.polls(),
  flags_answered: () => paths.flags(),
};

const pageOf = (code: string): string | undefined => PAGES[code as Fact]?.();

/** The company looks at itself before it recruits (S0.1, S0.10, S0.69). */
export default function ReadinessScreen() {
  const t = useWords('readiness');
  const read = useRead(readReadiness, {});
  return (
    <Loaded read={read}>
      {(found) => (
        <>
          <PageHeading title={t('page.title')} answer={t('page.answer', { met: found.met, of: found.of })} />
          <Section title={t('page.warnings')}>
            {found.warnings.length === 0 ? (
              <p>{t('page.noWarnings')}</p>
            ) : (
              <ul className={classes.warnings}>
                {found.warnings.map(({ code, count }) => (
                  <li key={code}>{t(`warning.${code}`, { count })}</li>
                ))}
              </ul>
            )}
          </Section>
          <div className={classes.pillars}>
            {found.pillars.map(({ pillar, items }) => (
              <Section key={pillar} title={t(`pillar.${pillar}`)}>
                <ul className={classes.facts}>
                  {items.map((one) => (
                    <FactLine key={one.code} of={one} />
                  ))}
                </ul>
              </Section>
            ))}
          </div>
          <Answers of={found} />
          <Capacity of={found} />
          <Scale of={found} />
        </>
      )}
    </Loaded>
  );
}

function FactLine({ of }: { of: Readiness['pillars'][number]['items'][number] }) {
  const t = useWords('readiness');
  const to = pageOf(of.code);
  const words = t(`fact.${of.code}`);
  return (
    <li>
      <Badge tone={of.met ? 'plain' : 'warn'}>{t(of.met ? 'page.met' : 'page.missing')}</Badge>
      <span>
        {to ? <PageLink to={to}>{words}</PageLink> : words}
        <span className={classes.count}>
          {of.of === null
            ? t('counted.plain', { count: of.count })
            : t('counted.part', { count: of.count, of: of.of })}
        </span>
      </span>
    </li>
  );
}

function Scale({ of: found }: { of: Readiness }) {
  const t = useWords('readiness');
  const wordsOf = (code: string) => (pageOf(code) ? t(`fact.${code}`) : t(`question.${code}`));
  return (
    <Section title={t('page.scale')}>
      <ol className={classes.steps}>
        {found.scale.map(({ partners, missing, isHere }) => (
          <li key={partners}>
            <strong>{t('page.step', { partners })}</strong> {isHere ? <Badge>{t('page.here')}</Badge> : null}
            <p className={classes.soft}>
              {missing.length === 0 ? t('page.stepReady') : missing.map(wordsOf).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
