import { Button } from '@mantine/core';
import { ClassBadge, Money, PageLink, paths, Percent, Section, useMay, useWords } from '@mosty/ui-kit';
import type { DealCard } from './DealCardScreen.tsx';
import { EditRoles } from './EditRoles.tsx';
import classes from './work.module.css';

interface Props {
  readonly deal: DealCard;
  readonly editing: boolean;
  readonly onEdit: (on: boolean) => void;
}

/** Who brings, implements, adds expertise and expands; for which share and at most for how much. */
export function DealRoles({ deal, editing, onEdit }: Props) {
  const t = useWords('deals');
  const attribution = useWords('attribution');
  const may = deal.can['write'] === true;
  const mayKnow = useMay('participant.read');
  return (
    <Section
      title={t('work.card.roles')}
      note={t('work.card.rolesNote')}
      actions={
        <>
          {mayKnow ? (
            <PageLink to={paths.whoOfDeal({ dealId: deal.id })}>{attribution('ofDeal.whose')}</PageLink>
          ) : null}
          {may && !editing ? (
            <Button variant="default" onClick={() => onEdit(true)}>
              {t('work.card.setRoles')}
            </Button>
          ) : null}
        </>
      }
    >
      {editing && may ? (
        <EditRoles deal={deal} onClose={() => onEdit(false)} />
      ) : deal.participants.length === 0 ? (
        <p className={classes.text}>{t('work.card.noRoles')}</p>
      ) : (
        <ul className={classes.plain}>
          {deal.participants.map((one) => (
            <li key={one.id} className={classes.line}>
              <strong>{t(`work.role.${one.role}`)}</strong>
              <PageLink to={paths.partner({ partnerId: one.partner.id })} look="quiet">
                {one.partner.name}
              </PageLink>
              <ClassBadge of={one.class} short />
              <Percent ppm={one.sharePpm} />
              {one.capMinor === null ? null : (
                <span className={classes.quiet}>
                  ≤ <Money minor={one.capMinor} currency={deal.currency} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
