import { createContext, useContext } from 'react';

/** Who reads, where, and what they may do. The shell asks the server once and gives it to every page. */
export interface Me {
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    /** Set for people of a partner: they work in the portal. */
    readonly partnerId: string | null;
  };
  /** A colleague looks with the eyes of this partner: everything can be read, nothing changed. */
  readonly looking: { readonly partnerName: string; readonly until: string } | null;
  readonly workspace: {
    readonly id: string;
    readonly name: string;
    /** IANA zone of the company: every date on a screen is in it. */
    readonly zone: string;
    /** ISO 4217. */
    readonly currency: string;
    readonly isDemo: boolean;
  };
  readonly can: Readonly<Record<string, boolean>>;
}

/** On public pages nobody is signed in; figures there still need a zone and a currency. */
const NOBODY: Me = {
  member: { id: '', name: '', role: '', partnerId: null },
  workspace: { id: '', name: 'Mosty', zone: 'Europe/Moscow', currency: 'RUB', isDemo: false },
  looking: null,
  can: {},
};

const MeContext = createContext<Me>(NOBODY);

export const MeProvider = MeContext.Provider;

export function useMe(): Me {
  return useContext(MeContext);
}

/** Whether the reader's role allows an action of a policy. For one thing's own state, use the answer's `can`. */
export function useMay(permission: string | undefined): boolean {
  const { can } = useMe();
  return permission === undefined || can[permission] === true;
}
