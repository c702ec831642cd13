import { Group } from '@mantine/core';
import { Act, Badge, PageLink, paths, Section, toast, useFilters, useVerb, useWords } from '@mosty/ui-kit';
import { coverSeat, listScenarios, readScenario, type Scenario, type Seat } from '../contract.ts';
import { SuggestPartner } from './SuggestPartner.tsx';
import classes from './scenarios.module.css';

/** Who does what; a seat that nobody took is offered to somebody who fits. */
export function ScenarioSeats({ scenario }: { scenario: Scenario }) {
  const t = useWords('scenarios');
  const [filters, setFilters] = useFilters(paths.scenario);
  const opened = scenario.seats.find((seat) => String(seat.position) === filters.seat);
  return (
    <Section title={t('page.seats')}>
      <ul className={classes.places}>
        {scenario.seats.map((seat) => (
          <li key={seat.position} className={classes.place}>
            <span className={classes.role}>{t(`role.${seat.role}`)}</span>
            <Who seat={seat} />
            <Buttons
              scenario={scenario}
              seat={seat}
              onSuggest={() => setFilters({ seat: String(seat.position) })}
            />
          </li>
        ))}
      </ul>
      {opened ? (
        <SuggestPartner scenario={scenario} seat={opened} onClose={() => setFilters({ seat: '' })} />
      ) : null}
    </Section>
  );
}

function Who({ seat }: { seat: Seat }) {
  const t = useWords('scenarios');
  return (
    <span>
      {seat.partner ? (
        <PageLink to={paths.partner({ partnerId: seat.partner.id })}>{seat.partner.name}</PageLink>
      ) : (
        <span className={classes.gap}>{t('page.gap')}</span>
      )}{' '}
      {seat.partner && !seat.inForce ? <Badge tone="warn">{t('page.notInForce')}</Badge> : null}
      <span className={classes.does}>{seat.does}</span>
    </span>
  );
}

function Buttons({ scenario, seat, onSuggest }: { scenario: Scenario; seat: Seat; onSuggest: () => void }) {
  const t = useWords('scenarios');
  const verb = useVerb(coverSeat, { invalidates: [readScenario, listScenarios] });
  const free = async () => {
    await verb.mutateAsync({
      params: { scenarioId: scenario.id, position: seat.position },
      body: { agreementId: null },
    });
    toast(t('page.freed'));
  };
  return (
    <Group gap={8} wrap="wrap">
      <Act size="compact-sm" variant="default" can={scenario.can.write} onClick={onSuggest}>
        {t(seat.partner ? 'page.replace' : 'page.suggest')}
      </Act>
      {seat.partner ? (
        <Act
          size="compact-sm"
          variant="subtle"
          can={scenario.can.write}
          loading={verb.isPending}
          onClick={() => void free()}
        >
          {t('page.free')}
        </Act>
      ) : null}
    </Group>
  );
}
