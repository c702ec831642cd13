import { Badge, PageLink, paths, Section, useWords, When } from '@mosty/ui-kit';
import type { WhoBrought } from './WhoScreen.tsx';
import { STATE_TONE } from './state-tone.ts';
import classes from './attribution.module.css';

/** Claims about a sale or a deal, each opens. */
export function ClaimsOf({ claims, title }: { claims: WhoBrought['claims']; title: string }) {
  const t = useWords('attribution');
  if (claims.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={classes.steps}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <span className={classes.inline}>
              <PageLink to={paths.claim({ claimId: claim.id })}>
                <When value={claim.openedAt} />
              </PageLink>
              <Badge tone={STATE_TONE[claim.state]}>{t(`claimState.${claim.state}`)}</Badge>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
