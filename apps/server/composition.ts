import { agendaReactions, buildEachNight, lookForPapers } from '@mosty/agenda';
import { agendaRoutes } from '@mosty/agenda/http';
import { readinessRoutes } from '@mosty/readiness/http';
import { economicsRoutes } from '@mosty/economics/http';
import { lookForLateReviews, waitForReviews } from '@mosty/reviews';
import { reviewsRoutes } from '@mosty/reviews/http';
import { askWhetherBetter, estimateAliveDaily, scoreNightly, scoresReactions } from '@mosty/scores';
import { scoresRoutes } from '@mosty/scores/http';
import { integrityReactions, nightlyLook } from '@mosty/integrity';
import { integrityRoutes } from '@mosty/integrity/http';
import { lookForMissed, rhythmReactions } from '@mosty/rhythm';
import { rhythmRoutes } from '@mosty/rhythm/http';
import { libraryReactions } from '@mosty/library';
import { libraryRoutes } from '@mosty/library/http';
import { noticesReactions, sendMondayDigests, sendPutOffLetters } from '@mosty/notices';
import { noticesRoutes } from '@mosty/notices/http';
import { filesReactions, sweepOrphans } from '@mosty/files';
import { filesRoutes } from '@mosty/files/http';
import {
  allowInside,
  endFeeds,
  forgetOldDeliveries,
  send,
  startDeliveries,
  systemGuard,
  webhooksReactions,
} from '@mosty/webhooks';
import { askEachHalfYear, lookForLateAnswers } from '@mosty/feedback';
import { feedbackRoutes } from '@mosty/feedback/http';
import { recruitingReactions, thankIntroducersDaily } from '@mosty/recruiting';
import { recruitingPublicRoutes, recruitingRoutes } from '@mosty/recruiting/http';
import { lookForDuePilots, lookForSilence } from '@mosty/onboarding';
import { onboardingRoutes } from '@mosty/onboarding/http';
import { lookForCrossings } from '@mosty/framework';
import { frameworkRoutes } from '@mosty/framework/http';
import { erasePeopleDaily } from '@mosty/exits';
import { exitsRoutes } from '@mosty/exits/http';
import { webhooksRoutes } from '@mosty/webhooks/http';
import { scenariosRoutes } from '@mosty/scenarios/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  forgetOldAnswersDaily,
  openSignIn,
  startRounds,
  startSender,
  systemContext,
  type Round,
  type SignIn,
} from '@mosty/identity';
import { identityPublicRoutes, identityRoutes } from '@mosty/identity/http';
import { directoryReactions } from '@mosty/directory';
import { directoryRoutes } from '@mosty/directory/http';
import { lifecycleRoutes } from '@mosty/lifecycle/http';
import { agreementsRoutes } from '@mosty/agreements/http';
import { fillOrigins, forgetOldClicks, makeMonths, meetAwaitedClicks } from '@mosty/tracking';
import { trackingRoutes } from '@mosty/tracking/http';
import { expireDeals } from '@mosty/deals';
import { dealsPublicRoutes, dealsRoutes } from '@mosty/deals/http';
import { attributionRoutes } from '@mosty/attribution/http';
import { incentivesReactions, mature } from '@mosty/incentives';
import { incentivesRoutes } from '@mosty/incentives/http';
import { ledgerRoutes } from '@mosty/ledger/http';
import { takeSilence } from '@mosty/payouts';
import { payoutsRoutes } from '@mosty/payouts/http';
import { ownDataRoute, portalRoutes } from '@mosty/portal/http';
import { insightRoutes } from '@mosty/insight/http';
import { insightReactions } from '@mosty/insight';
import { integrationsRoutes } from '@mosty/integrations/http';
import { forgetIntakeBodies, startImportJobs } from '@mosty/integrations';
import type { Context } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { Reaction } from '@mosty/kernel/events';
import { setSealSecret } from '@mosty/kernel/seal';
import type { Served } from '@mosty/kernel/http';
import type { Config } from './config.ts';
import { authSecret } from './auth-secret.ts';
import { openFilePlace } from './file-place.ts';
import { playReceiver } from './demo/events-out.ts';
import { letSurveysIntoFrames } from './http/embedded-survey.ts';
import { mountCalendarFeed } from './http/calendar-feed.ts';
import { mountIntake } from './http/intake.ts';
import { mountPublic, mountSignIn } from './http/sign-in.ts';

/** Every module's doors, in the order of the arrows. */
const DOORS: readonly Served[] = [
  ...identityRoutes,
  ...directoryRoutes,
  ...lifecycleRoutes,
  ...agreementsRoutes,
  ...trackingRoutes,
  ...dealsRoutes,
  ...attributionRoutes,
  ...incentivesRoutes,
  ...ledgerRoutes,
  ...payoutsRoutes,
  ...portalRoutes,
  ...insightRoutes,
  ...integrationsRoutes,
  ...scenariosRoutes,
  ...feedbackRoutes,
  ...recruitingRoutes,
  ...onboardingRoutes,
  ...frameworkRoutes,
  ...exitsRoutes,
  ...webhooksRoutes,
  ...filesRoutes,
  ...noticesRoutes,
  ...libraryRoutes,
  ...rhythmRoutes,
  ...integrityRoutes,
  ...scoresRoutes,
  ...reviewsRoutes,
  ...economicsRoutes,
  ...readinessRoutes,
  ...agendaRoutes,
];

/** The portal takes a partner's own data out through the doors of all the others. */
export const SERVED: readonly Served[] = [...DOORS, ownDataRoute(DOORS)];

export const REACTIONS: readonly Reaction[] = [
  ...directoryReactions,
  ...incentivesReactions,
  ...insightReactions,
  ...webhooksReactions,
  ...filesReactions,
  ...noticesReactions,
  ...libraryReactions,
  ...recruitingReactions,
  ...rhythmReactions,
  ...integrityReactions,
  ...scoresReactions,
  ...agendaReactions,
];

/** What the calendar brings about by itself. */
const ROUNDS: readonly Round[] = [
  makeMonths,
  fillOrigins,
  meetAwaitedClicks,
  forgetOldClicks,
  expireDeals,
  mature,
  takeSilence,
  lookForCrossings,
  waitForReviews,
  lookForLateReviews,
  thankIntroducersDaily,
  lookForSilence,
  lookForDuePilots,
  lookForLateAnswers,
  askEachHalfYear,
  lookForPapers,
  lookForMissed,
  nightlyLook,
  askWhetherBetter,
  scoreNightly,
  estimateAliveDaily,
  forgetOldDeliveries,
  forgetIntakeBodies,
  forgetOldAnswersDaily,
  erasePeopleDaily,
  sweepOrphans,
  sendPutOffLetters,
  sendMondayDigests,
  // After the others: what they bring about is what it looks at.
  buildEachNight,
];

export interface Composition {
  readonly signIn: SignIn;
  readonly resolve: (request: FastifyRequest) => Promise<Context>;
  /** Mounts sign-in and the operations that need no session. */
  readonly extend: (app: FastifyInstance) => void;
  readonly extendApi: (api: FastifyInstance) => void;
  stop(): Promise<void>;
}

/** Ties the modules to one configuration: who signs in, who delivers letters, who works on imports. */
export async function compose(
  config: Config,
  database: Database,
  say: (line: string) => void,
): Promise<Composition> {
  const onFault = (error: unknown) =>
    say(`Fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const secret = authSecret(config.dataDir);
  setSealSecret(secret);
  openFilePlace(config);
  const signIn = openSignIn({
    database,
    secret,
    publicUrl: config.publicUrl,
    onFault,
  });
  const sender = startSender({
    database,
    smtpUrl: config.smtpUrl,
    mailFrom: config.mailFrom,
    publicUrl: config.publicUrl,
    onFault,
  });
  const imports = await startImportJobs({
    database,
    contextOf: (workspaceId: string, job: string) => systemContext(database, workspaceId, job),
    dataDir: config.dataDir,
  });
  const rounds = startRounds({
    database,
    rounds: ROUNDS,
    contextOf: (workspaceId, job) => systemContext(database, workspaceId, job),
    onFault,
  });
  allowInside(config.webhooksInside);
  const guard = systemGuard(config.webhooksInside);
  const deliveries = startDeliveries({
    database,
    contextOf: (workspaceId, job) => systemContext(database, workspaceId, job),
    send: (letter) => send(guard, letter),
    sendInDemo: playReceiver,
    onFault,
  });
  return {
    signIn,
    resolve: (request) => signIn.contextFromRequest({ method: request.method, headers: request.headers }),
    extend: (app) => {
      mountSignIn(app, signIn);
      letSurveysIntoFrames(app, database);
      mountCalendarFeed(app, database);
      // A stream never ends by itself, and the server waits for its answers when it stops.
      app.addHook('preClose', async () => endFeeds());
    },
    extendApi: (api) => {
      for (const served of [...identityPublicRoutes, ...dealsPublicRoutes, ...recruitingPublicRoutes])
        mountPublic(api, served, signIn);
      mountIntake(api, { database });
    },
    stop: async () => {
      await rounds.stop();
      await deliveries.stop();
      await imports.stop();
      await sender.stop();
    },
  };
}
