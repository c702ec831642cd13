import { PageLink, paths, useMe, useRead, useWords } from '@mosty/ui-kit';
import { IconBell } from '@tabler/icons-react';
import { countNotices } from '../contract.ts';
import classes from './notices.module.css';

/** Asked again while the page is looked at; a page in the background asks nothing. */
const EVERY_MS = 60_000;
const MANY = 99;

/** How much is not read, on every page; a press opens the list. */
export function Bell() {
  const t = useWords('shell');
  const { member } = useMe();
  const { data } = useRead(countNotices, {}, { every: EVERY_MS });
  const unread = data?.unread ?? 0;
  const label = unread === 0 ? t('bell.none') : t('bell.unread', { count: unread });
  return (
    <PageLink
      to={member.partnerId === null ? paths.notices() : paths.portalNotices()}
      className={classes.bell}
      aria-label={label}
    >
      <IconBell size={20} stroke={1.6} aria-hidden="true" />
      {unread > 0 ? (
        <span className={classes.count} aria-hidden="true">
          {unread > MANY ? `${MANY}+` : unread}
        </span>
      ) : null}
    </PageLink>
  );
}
