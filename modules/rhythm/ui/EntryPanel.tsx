import { Loaded, PageLink, paths, SidePanel, useMay, useRead, useWords } from '@mosty/ui-kit';
import { listNextSteps, listPlanItems, listPublications, listSessions, type EntryKind } from '../contract.ts';
import { Step } from './PartnerRhythm.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { PublicationPanel } from './PublicationPanel.tsx';
import { SessionPanel } from './SessionPanel.tsx';
import classes from './rhythm.module.css';

const KIND_OF: Readonly<Record<string, EntryKind>> = {
  pln: 'plan',
  pub: 'publication',
  ses: 'session',
  nst: 'step',
};

/** What stands behind an entry of the calendar; its id says what it is. */
export function EntryPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords('rhythm');
  const kind = KIND_OF[id.slice(0, 3)] ?? 'plan';
  return (
    <SidePanel opened onClose={onClose} title={t(`entry.${kind}`)}>
      {kind === 'plan' ? <OfPlan id={id} /> : null}
      {kind === 'publication' ? <OfPublication id={id} /> : null}
      {kind === 'session' ? <OfSession id={id} /> : null}
      {kind === 'step' ? <OfStep id={id} /> : null}
    </SidePanel>
  );
}

function Head({ title, partner }: { title: string; partner: { id: string; name: string } }) {
  return (
    <>
      <p className={classes.faint}>
        <PageLink to={paths.partner({ partnerId: partner.id })}>{partner.name}</PageLink>
      </p>
      <h3 className={classes.small}>{title}</h3>
    </>
  );
}

function OfPlan({ id }: { id: string }) {
  const read = useRead(listPlanItems, { query: {} });
  return (
    <Loaded read={read}>
      {({ items }) => {
        const item = items.find((one) => one.id === id);
        return item ? (
          <>
            <Head title={item.title} partner={item.partner} />
            <PlanPanel item={item} />
          </>
        ) : null;
      }}
    </Loaded>
  );
}

function OfPublication({ id }: { id: string }) {
  const read = useRead(listPublications, { query: {} });
  return (
    <Loaded read={read}>
      {({ items }) => {
        const one = items.find((found) => found.id === id);
        return one ? (
          <>
            <Head title={one.title} partner={one.partner} />
            <PublicationPanel publication={one} />
          </>
        ) : null;
      }}
    </Loaded>
  );
}

function OfSession({ id }: { id: string }) {
  const read = useRead(listSessions, { query: {} });
  return (
    <Loaded read={read}>
      {({ items }) => {
        const session = items.find((found) => found.id === id);
        return session ? (
          <>
            <h3 className={classes.small}>{session.title}</h3>
            <SessionPanel session={session} />
          </>
        ) : null;
      }}
    </Loaded>
  );
}

function OfStep({ id }: { id: string }) {
  const mayWrite = useMay('week.write');
  const read = useRead(listNextSteps, { query: { limit: 100 } });
  return (
    <Loaded read={read}>
      {({ items }) => {
        const step = items.find((found) => found.id === id);
        return step ? (
          <>
            <Head title={step.text} partner={step.partner} />
            <ul className={classes.lines}>
              <Step step={step} mayWrite={mayWrite} />
            </ul>
          </>
        ) : null;
      }}
    </Loaded>
  );
}
