import { PageLink, paths, Section, useWords } from '@mosty/ui-kit';
import { ScenarioTable } from './ScenarioTable.tsx';
import type { Asked, ClientWorth } from './WorthFigure.tsx';
import { ByBook, ByGroup } from './WorthTables.tsx';
import classes from './client-worth.module.css';

interface Props {
  readonly worth: ClientWorth;
  readonly asked: Asked;
}

/** Cycle, returning, check and value: each book beside direct sales (S0.7, S1.3, S3.32). */
export function BesideDirect({ worth, asked }: Props) {
  const t = useWords('insight-client-worth');
  const shown = { figures: worth.figures, asked };
  return (
    <>
      <Section title={t('sections.money')} note={t('sections.moneyNote')}>
        <ByBook {...shown} label={t('sections.money')} metrics={['check', 'value']} />
      </Section>
      <Section title={t('sections.deals')} note={t('sections.dealsNote')}>
        <ByBook {...shown} label={t('sections.deals')} metrics={['cycle', 'cycle_p75', 'won_share']} />
      </Section>
      <Section title={t('sections.again')} note={t('sections.againNote')}>
        <ByBook
          {...shown}
          label={t('sections.again')}
          metrics={['repeat_share', 'long_clients', 'one_off_partners']}
        />
      </Section>
    </>
  );
}

/** How many partners and products a client has, and what is sold to it further (S3.25, S3.33). */
export function Grown({ worth, asked }: Props) {
  const t = useWords('insight-client-worth');
  const shown = { figures: worth.figures, asked };
  return (
    <>
      <Section title={t('sections.partners')} note={t('sections.partnersNote')}>
        <ByGroup
          {...shown}
          label={t('sections.partners')}
          head={t('head.partners')}
          metrics={['value_by_partners', 'stayed_by_partners']}
          nameOf={(group) => t(`bands.partners.${group}`)}
        />
      </Section>
      <Section title={t('sections.products')} note={t('sections.productsNote')}>
        <ByGroup
          {...shown}
          label={t('sections.products')}
          head={t('head.products')}
          metrics={['value_by_products']}
          nameOf={(group) => t(`bands.products.${group}`)}
        />
      </Section>
      <Section title={t('sections.growth')} note={t('sections.growthNote')}>
        <ByGroup
          {...shown}
          label={t('sections.growth')}
          head={t('head.kind')}
          metrics={['expansions', 'expanded_with_partner']}
          nameOf={(group) => t(`dealKind.${group}`)}
        />
      </Section>
    </>
  );
}

/** The check by how complex a solution is, and by segment (S3.43, S3.44). */
export function Complex({ worth, asked }: Props) {
  const t = useWords('insight-client-worth');
  const shown = { figures: worth.figures, asked };
  const hasSegments = worth.figures.some(({ metric }) => metric === 'came_by_segment');
  return (
    <>
      <Section title={t('sections.complexity')} note={t('sections.complexityNote')}>
        <ByGroup
          {...shown}
          label={t('worth.check_by_positions')}
          head={t('head.positions')}
          metrics={['check_by_positions']}
          nameOf={(group) => t(`bands.positions.${group}`)}
        />
        <div className={classes.next}>
          <ByGroup
            {...shown}
            label={t('worth.check_by_parties')}
            head={t('head.parties')}
            metrics={['check_by_parties']}
            nameOf={(group) => t(`bands.parties.${group}`)}
          />
        </div>
      </Section>
      <Section title={t('sections.segments')} note={t('sections.segmentsNote')}>
        {hasSegments ? (
          <ByGroup
            {...shown}
            label={t('sections.segments')}
            head={t('head.segment')}
            metrics={['came_by_segment', 'check_by_segment']}
            nameOf={(group) => group || t('segmentNone')}
          />
        ) : (
          <p className={classes.soft}>
            {t('sections.segmentsNone')} <PageLink to={paths.clients()}>{t('toClients')}</PageLink>
          </p>
        )}
        {worth.segmentsMore > 0 ? (
          <p className={classes.soft}>{t('sections.segmentsMore', { count: worth.segmentsMore })}</p>
        ) : null}
      </Section>
    </>
  );
}

/** What came of each scenario beside the others (S3.46). */
export function Scenarios({ worth, asked }: Props) {
  const t = useWords('insight-client-worth');
  return (
    <Section title={t('sections.scenarios')} note={t('sections.scenariosNote')}>
      <ScenarioTable worth={worth} asked={asked} />
    </Section>
  );
}
