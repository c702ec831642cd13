import { ApiRefusal, RefusalNotice, useMay } from '@mosty/ui-kit';
import type { ReactNode } from 'react';

const NOT_PERMITTED = new ApiRefusal({ kind: 'not_permitted', code: 'kit.not_permitted', status: 403 });

/** The server refuses anyway; this says it before asking. */
export function Permitted({ permission, page }: { permission: string; page: ReactNode }) {
  return useMay(permission) ? page : <RefusalNotice refusal={NOT_PERMITTED} />;
}
