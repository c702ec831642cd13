import * as agenda from '@mosty/agenda/ui';
import * as readiness from '@mosty/readiness/ui';
import * as economics from '@mosty/economics/ui';
import * as reviews from '@mosty/reviews/ui';
import * as scores from '@mosty/scores/ui';
import * as integrity from '@mosty/integrity/ui';
import * as rhythm from '@mosty/rhythm/ui';
import * as library from '@mosty/library/ui';
import * as notices from '@mosty/notices/ui';
import * as files from '@mosty/files/ui';
import * as feedback from '@mosty/feedback/ui';
import * as recruiting from '@mosty/recruiting/ui';
import * as onboarding from '@mosty/onboarding/ui';
import * as framework from '@mosty/framework/ui';
import * as exits from '@mosty/exits/ui';
import * as webhooks from '@mosty/webhooks/ui';
import * as scenarios from '@mosty/scenarios/ui';
import * as agreements from '@mosty/agreements/ui';
import * as attribution from '@mosty/attribution/ui';
import * as deals from '@mosty/deals/ui';
import * as directory from '@mosty/directory/ui';
import * as identity from '@mosty/identity/ui';
import * as incentives from '@mosty/incentives/ui';
import * as insight from '@mosty/insight/ui';
import * as integrations from '@mosty/integrations/ui';
import * as ledger from '@mosty/ledger/ui';
import * as lifecycle from '@mosty/lifecycle/ui';
import * as payouts from '@mosty/payouts/ui';
import * as portal from '@mosty/portal/ui';
import * as tracking from '@mosty/tracking/ui';
import type { Screen, ScreenAction } from '@mosty/ui-kit';
import type { ModuleName } from './module-names.ts';

interface ModulePages {
  readonly screens: readonly Screen[];
  readonly actions: readonly ScreenAction[];
}

/** Everything the shell shows, module by module. Words come apart (`virtual:words`), so modules are not named whole. */
const MODULES_UI: Readonly<Record<ModuleName, ModulePages>> = {
  identity: { screens: identity.screens, actions: identity.actions },
  directory: { screens: directory.screens, actions: directory.actions },
  lifecycle: { screens: lifecycle.screens, actions: lifecycle.actions },
  agreements: { screens: agreements.screens, actions: agreements.actions },
  tracking: { screens: tracking.screens, actions: tracking.actions },
  deals: { screens: deals.screens, actions: deals.actions },
  attribution: { screens: attribution.screens, actions: attribution.actions },
  incentives: { screens: incentives.screens, actions: incentives.actions },
  ledger: { screens: ledger.screens, actions: ledger.actions },
  payouts: { screens: payouts.screens, actions: payouts.actions },
  portal: { screens: portal.screens, actions: portal.actions },
  insight: { screens: insight.screens, actions: insight.actions },
  integrations: { screens: integrations.screens, actions: integrations.actions },
  scenarios: { screens: scenarios.screens, actions: scenarios.actions },
  feedback: { screens: feedback.screens, actions: feedback.actions },
  recruiting: { screens: recruiting.screens, actions: recruiting.actions },
  onboarding: { screens: onboarding.screens, actions: onboarding.actions },
  framework: { screens: framework.screens, actions: framework.actions },
  exits: { screens: exits.screens, actions: exits.actions },
  webhooks: { screens: webhooks.screens, actions: webhooks.actions },
  files: { screens: files.screens, actions: files.actions },
  notices: { screens: notices.screens, actions: notices.actions },
  library: { screens: library.screens, actions: library.actions },
  rhythm: { screens: rhythm.screens, actions: rhythm.actions },
  integrity: { screens: integrity.screens, actions: integrity.actions },
  scores: { screens: scores.screens, actions: scores.actions },
  reviews: { screens: reviews.screens, actions: reviews.actions },
  economics: { screens: economics.screens, actions: economics.actions },
  readiness: { screens: readiness.screens, actions: readiness.actions },
  agenda: { screens: agenda.screens, actions: agenda.actions },
};

export type OfModule<T> = T & { readonly module: string };

function ofEach<T>(pick: (ui: ModulePages) => readonly T[]): OfModule<T>[] {
  return Object.entries(MODULES_UI).flatMap(([module, ui]) => pick(ui).map((one) => ({ ...one, module })));
}

export const screens: readonly OfModule<Screen>[] = ofEach((ui) => ui.screens);
export const actions: readonly OfModule<ScreenAction>[] = ofEach((ui) => ui.actions);
