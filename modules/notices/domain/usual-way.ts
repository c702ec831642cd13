import type { Role } from '@mosty/identity/contract';
import type { NoticeKind, NoticeWay } from '../contract/kinds.ts';

type Ways = Readonly<Partial<Record<NoticeKind, NoticeWay>>>;

/** What a role gets until the person chooses; what is not named here is shown in the program only. */
const USUAL: Readonly<Record<Role, Ways>> = {
  owner: { money: 'letter', flags: 'letter', library: 'none', plans: 'none', digest: 'letter' },
  head: { deals: 'letter', money: 'letter', flags: 'letter', documents: 'letter', digest: 'letter' },
  manager: { deals: 'letter', talk: 'letter', flags: 'letter', digest: 'letter' },
  finance: {
    money: 'letter',
    deals: 'none',
    scores: 'none',
    plans: 'none',
    library: 'none',
    digest: 'letter',
  },
  analyst: { deals: 'none', talk: 'none', money: 'none', documents: 'none', digest: 'letter' },
  voice: { money: 'none', scores: 'none', flags: 'none', documents: 'none', digest: 'none' },
  partner_owner: {
    deals: 'letter',
    money: 'letter',
    documents: 'letter',
    talk: 'letter',
    flags: 'letter',
    // A review waits for its name: S0.54 has no other voice of the partner.
    plans: 'letter',
    digest: 'letter',
  },
  partner_staff: {
    deals: 'letter',
    talk: 'letter',
    money: 'none',
    flags: 'none',
    // Reviews are read and signed by the partner's owner.
    plans: 'none',
    digest: 'none',
  },
};

export function usualWay(role: Role, kind: NoticeKind): NoticeWay {
  return USUAL[role][kind] ?? (kind === 'digest' ? 'none' : 'in_app');
}
