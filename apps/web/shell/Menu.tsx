import { PageLink, useWords } from '@mosty/ui-kit';
import { useLocation } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import { useFolded } from './folded.ts';
import { currentItem, useMenu } from './menu.ts';
import classes from './Menu.module.css';

/**
 * The menu of a wide screen: six groups like the contents of a book. What was folded or unfolded stays so on this
 * device; pages that are opened seldom come behind «Ещё».
 */
export function Menu({ label }: { label: string }) {
  const t = useWords('shell');
  const menu = useMenu();
  const pathname = useLocation({ select: (location) => location.pathname });
  const current = currentItem(menu, pathname);
  const { folded, toggle } = useFolded();
  return (
    <nav className={classes.menu} aria-label={label}>
      {menu.map(({ group, label: name, items }) => {
        const rest = `${group}+`;
        const isWhole = folded.includes(rest) || items.some(({ to, rare }) => rare && to === current);
        const isFolded = folded.includes(group) && !items.some(({ to }) => to === current);
        return (
          <div key={group} className={classes.group}>
            <button
              type="button"
              className={classes.head}
              aria-expanded={!isFolded}
              onClick={() => toggle(group)}
            >
              {name}
              <IconChevronRight size={13} stroke={2} className={classes.chevron} aria-hidden="true" />
            </button>
            {isFolded ? null : (
              <ul className={classes.items}>
                {items
                  .filter(({ rare }) => isWhole || !rare)
                  .map(({ to, label: title }) => (
                    <li key={to}>
                      <PageLink to={to} className={classes.item} current={to === current}>
                        {title}
                      </PageLink>
                    </li>
                  ))}
                {!isWhole && items.some(({ rare }) => rare) ? (
                  <li>
                    <button type="button" className={classes.item} data-more onClick={() => toggle(rest)}>
                      {t('portal.more')}
                    </button>
                  </li>
                ) : null}
              </ul>
            )}
          </div>
        );
      })}
    </nav>
  );
}
