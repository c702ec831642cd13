import { ApiRefusal, paths, RefusalNotice, useMay, useMe } from '@mosty/ui-kit';
import { Navigate, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { homeFor } from './shell/home.ts';

const NOT_PERMITTED = new ApiRefusal({ kind: 'not_permitted', code: 'kit.not_permitted', status: 403 });

/** The server refuses anyway; this says it before asking. The home page leads on to the first page they may see. */
export function Permitted({ permission, page }: { permission: string; page: ReactNode }) {
  const may = useMay(permission);
  const me = useMe();
  const isHome = useLocation({ select: ({ pathname }) => pathname === paths.channel.pattern });
  if (may) return page;
  const home = homeFor(me);
  return isHome && home !== undefined ? (
    <Navigate to={home} replace />
  ) : (
    <RefusalNotice refusal={NOT_PERMITTED} />
  );
}
