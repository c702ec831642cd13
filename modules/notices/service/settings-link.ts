import { ORIGIN, type Member } from '@mosty/identity';

/** Where this person chooses what to be told. */
export const settingsLink = ({ partnerId }: Pick<Member, 'partnerId'>): string =>
  `${ORIGIN}${partnerId === null ? '/settings/notices' : '/portal/notices/choices'}`;
