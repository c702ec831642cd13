import { Section, useWords } from '@mosty/ui-kit';
import type { Home } from '../contract.ts';
import classes from './home.module.css';

/** Who came to us by this partner (S1.42): thanked by name; what they earn is theirs. */
export function HomeBrought({ brought }: Pick<Home, 'brought'>) {
  const t = useWords('portal');
  if (brought.length === 0) return null;
  return (
    <Section title={t('brought.title')} note={t('brought.thanks')}>
      <ul className={classes.brought}>
        {brought.map(({ name }, place) => (
          <li key={`${place} ${name}`}>{name}</li>
        ))}
      </ul>
    </Section>
  );
}
