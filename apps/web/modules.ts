import * as agreements from '@mosty/agreements/ui';
import * as attribution from '@mosty/attribution/ui';
import * as deals from '@mosty/deals/ui';
import * as directory from '@mosty/directory/ui';
import * as identity from '@mosty/identity/ui';
import * as incentives from '@mosty/incentives/ui';
import * as insight from '@mosty/insight/ui';
import * as integrations from '@mosty/integrations/ui';
import * as ledger from '@mosty/ledger/ui';
import * as payouts from '@mosty/payouts/ui';
import * as tracking from '@mosty/tracking/ui';
import type { Screen, ScreenAction } from '@mosty/ui-kit';
import type { ModuleName } from './module-names.ts';

/** Everything the shell shows, module by module. Words come apart: see `virtual:words`. */
const MODULES_UI: Readonly<
  Record<ModuleName, { screens: readonly Screen[]; actions?: readonly ScreenAction[] }>
> = {
  identity,
  directory,
  agreements,
  tracking,
  deals,
  attribution,
  incentives,
  ledger,
  payouts,
  insight,
  integrations,
};

export type OfModule<T> = T & { readonly module: string };

function ofEach<T>(
  pick: (ui: { screens: readonly Screen[]; actions?: readonly ScreenAction[] }) => readonly T[],
): OfModule<T>[] {
  return Object.entries(MODULES_UI).flatMap(([module, ui]) => pick(ui).map((one) => ({ ...one, module })));
}

export const screens: readonly OfModule<Screen>[] = ofEach((ui) => ui.screens);
export const actions: readonly OfModule<ScreenAction>[] = ofEach((ui) => ui.actions ?? []);
