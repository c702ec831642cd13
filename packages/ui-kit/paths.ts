/**
 * Every page of the app and every filter it keeps in its address. The only place that builds them, for the menu,
 * links between modules, letters and tests. Pure: no React, works on the server too.
 */
type ParamNames<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : P extends `${string}$${infer Name}`
    ? Name
    : never;

type Params<P extends string> = { readonly [K in ParamNames<P>]: string };
export type Filters<F extends string> = { readonly [K in F]?: string | undefined };

export interface Page<P extends string, F extends string> {
  /** For `Screen.path`. */
  readonly pattern: P;
  readonly filters: readonly F[];
  (
    ...given: [ParamNames<P>] extends [never]
      ? [filters?: Filters<F>]
      : [params: Params<P>, filters?: Filters<F>]
  ): string;
}

function page<P extends string, F extends string = never>(
  pattern: P,
  filters: readonly F[] = [],
): Page<P, F> {
  const takesParams = pattern.includes('$');
  const build = (...given: readonly (Record<string, string | undefined> | undefined)[]): string => {
    const params = takesParams ? (given[0] ?? {}) : {};
    const chosen = (takesParams ? given[1] : given[0]) ?? {};
    const path = pattern.replace(/\$([a-zA-Z]+)/g, (_whole, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const search = new URLSearchParams();
    for (const name of filters) {
      const value = chosen[name];
      if (value) search.set(name, value);
    }
    const text = search.toString();
    return text ? `${path}?${text}` : path;
  };
  return Object.assign(build, { pattern, filters }) as Page<P, F>;
}

export const paths = {
  channel: page('/', ['from', 'to', 'open']),
  start: page('/start'),
  today: page('/today', ['who']),
  calendar: page('/calendar', ['month', 'view', 'open', 'new', 'partner']),
  touches: page('/touches', ['week', 'who', 'partner', 'kind', 'open', 'new']),

  partners: page('/partners', ['q', 'class', 'kind', 'track', 'stage', 'keeper', 'import', 'sort', 'new']),
  partner: page('/partners/$partnerId', ['tab', 'month']),
  partnerScores: page('/partners/$partnerId/scores', ['act']),
  outcomes: page('/outcomes', ['show', 'partner']),
  partnerTexts: page('/partners/$partnerId/texts', ['accept']),
  partnerExit: page('/partners/$partnerId/exit'),
  check: page('/partners/$partnerId/check'),
  partnerProfile: page('/scout/profile', ['edit']),
  pipeline: page('/pipeline', ['q', 'owner', 'path', 'stage', 'partner', 'to']),
  survey: page('/survey', ['tab', 'survey', 'edit', 'load']),
  scout: page('/scout', ['tab', 'q', 'state', 'source', 'open']),
  heard: page('/heard'),
  applications: page('/scout/applications', ['show', 'open', 'edit']),
  alliances: page('/alliances'),
  introductions: page('/scout/introductions', ['edit']),
  programme: page('/programme/$slug'),
  stopList: page('/scout/stop-list', ['show', 'partner', 'new', 'open']),
  contacts: page('/contacts', ['q', 'sort', 'new']),
  clients: page('/clients', ['q', 'partner', 'source', 'import', 'sort', 'new']),
  client: page('/clients/$clientId', ['tab']),
  agreement: page('/agreements/$agreementId', ['version']),
  newAgreement: page('/partners/$partnerId/agreements/new', ['class']),
  launches: page('/launch', ['show']),
  launch: page('/launch/$partnerId', ['act', 'step']),
  pilots: page('/pilots', ['show', 'new']),
  pilot: page('/pilots/$pilotId', ['act']),
  types: page('/types', ['tab', 'edit', 'state', 'open']),
  library: page('/library', ['tab', 'q', 'kind', 'for', 'show', 'sort', 'new', 'open']),
  asset: page('/library/assets/$assetId', ['edit']),
  talk: page('/talk', ['show', 'kind', 'partner', 'open', 'new']),
  polls: page('/talk/polls', ['half', 'camp', 'edit']),
  flags: page('/flags', ['show', 'severity', 'sign', 'partner', 'new']),
  flagDetectors: page('/flags/detectors', ['edit']),
  breaches: page('/flags/breaches', ['partner', 'new']),
  flag: page('/flags/$flagId', ['act']),
  links: page('/links', ['q', 'partner', 'state', 'new', 'open', 'edit']),
  codes: page('/codes', ['q', 'partner', 'new']),
  clicks: page('/clicks', ['link', 'partner', 'days', 'who']),

  deals: page('/deals', [
    'q',
    'month',
    'from',
    'to',
    'partner',
    'client',
    'class',
    'state',
    'import',
    'sort',
    'new',
  ]),
  sale: page('/deals/$saleId', ['tab']),
  dealBoard: page('/deals/board', ['q', 'partner', 'kind', 'owner', 'new']),
  dealList: page('/deals/list', ['q', 'registration', 'state', 'kind', 'partner', 'client', 'owner', 'new']),
  registrations: page('/deals/registrations', ['show', 'new']),
  dealCard: page('/deals/card/$dealId', ['edit']),
  dealSetUp: page('/deals/set-up', ['new']),
  registerDeal: page('/register-deal/$token'),
  answerSurvey: page('/survey/$token', ['who']),
  handover: page('/handover/$token'),
  refunds: page('/refunds', ['month', 'partner', 'state', 'import', 'sort']),
  costs: page('/costs', ['month', 'class', 'partner', 'sort', 'new']),

  rewards: page('/rewards', ['state', 'new']),
  scheme: page('/rewards/$schemeId', ['version', 'tab']),
  calculator: page('/rewards/calculator', [
    'a',
    'b',
    'c',
    'd',
    'volumes',
    'view',
    'class',
    'from',
    'to',
    'partners',
    'saved',
    'risk',
  ]),

  money: page('/money', ['month', 'class', 'state', 'sort']),
  accruals: page('/money/accruals', ['month', 'partner', 'class', 'state', 'scheme', 'sort']),
  accrual: page('/money/accruals/$accrualId'),
  statements: page('/money/statements', ['month', 'partner', 'state']),
  statement: page('/money/statements/$statementId'),
  monthClose: page('/money/close', ['month']),
  payouts: page('/money/payouts', ['state', 'partner']),
  payoutBatch: page('/money/payouts/$batchId'),
  payout: page('/money/payout/$payoutId'),
  documents: page('/money/documents', ['partner', 'kind', 'new']),
  ledger: page('/money/ledger', ['account', 'partner', 'month']),

  whoBrought: page('/deals/$saleId/who', ['contest']),
  whoOfDeal: page('/deals/card/$dealId/who', ['contest']),
  claims: page('/claims', ['show']),
  claim: page('/claims/$claimId'),
  attributionRules: page('/claims/rules', ['edit']),
  attributionModels: page('/claims/models', ['days']),

  scenarios: page('/scenarios', ['q', 'show', 'new']),
  scenario: page('/scenarios/$scenarioId', ['edit', 'seat', 'effect']),

  reviews: page('/reviews', ['state', 'partner', 'show']),
  review: page('/reviews/$reviewId', ['decide']),
  portalReviews: page('/portal/reviews'),
  portalReview: page('/portal/reviews/$reviewId'),
  readiness: page('/readiness', ['say']),
  economics: page('/economics', ['class', 'months', 'rates']),
  economicsMonth: page('/economics/$month', ['plan']),
  partnerProfit: page('/economics/partners/$partnerId'),
  reports: page('/reports', ['tab', 'class']),
  reportMonth: page('/reports/month', ['month']),
  clientWorth: page('/reports/clients', ['tab', 'from', 'to', 'horizon', 'on', 'days']),
  reputation: page('/reports/reputation', ['from', 'to', 'partner', 'kind']),
  play: page('/play'),
  imports: page('/imports', ['kind']),
  import: page('/imports/$importId', ['show']),
  journal: page('/journal', ['subject', 'member', 'verb', 'from', 'to']),

  settings: page('/settings'),
  company: page('/settings/company'),
  texts: page('/settings/texts', ['edit']),
  samples: page('/settings/samples', ['kind', 'edit']),
  limits: page('/settings/limits'),
  launchPath: page('/settings/launch-path', ['kind']),
  people: page('/settings/people', ['new']),
  keys: page('/settings/keys', ['new']),
  outbox: page('/settings/outbox', ['state']),
  webhooks: page('/settings/webhooks', ['new']),
  webhook: page('/settings/webhooks/$endpointId', ['state', 'delivery']),
  intake: page('/settings/intake', ['new', 'source']),
  visitors: page('/settings/visitors'),
  me: page('/settings/me'),
  notices: page('/notices', ['show']),
  noticeChoices: page('/settings/notices'),

  lookAs: page('/look-as', ['partner']),
  portal: page('/portal'),
  portalGive: page('/portal/give'),
  portalDeals: page('/portal/deals', ['q', 'show']),
  portalDeal: page('/portal/deals/$dealId'),
  portalLinks: page('/portal/links', ['q', 'new', 'open']),
  portalMoney: page('/portal/money', ['month', 'state']),
  portalAccrual: page('/portal/money/$accrualId'),
  portalDocs: page('/portal/docs', ['month']),
  portalPlan: page('/portal/plan', ['q', 'open']),
  portalFirst: page('/portal/first', ['act', 'step']),
  portalTalk: page('/portal/talk', ['new', 'open']),
  portalPoll: page('/portal/poll'),
  portalScores: page('/portal/scores'),
  portalQuestions: page('/portal/questions'),
  portalRules: page('/portal/rules', ['version']),
  portalExit: page('/portal/exit'),
  portalTypes: page('/portal/types'),
  portalMe: page('/portal/me', ['edit']),
  portalSignIn: page('/portal/sign-in'),
  portalNotices: page('/portal/notices', ['show']),
  portalNoticeChoices: page('/portal/notices/choices'),

  signIn: page('/sign-in', ['to', 'as']),
  forgotten: page('/sign-in/link'),
  invitation: page('/invitations/$token'),
  newWorkspace: page('/new'),
} as const;

/** The page to return to after signing in: ours only, never another site. */
export function safeReturn(to: string | undefined): string {
  return to && /^\/(?![/\\])/.test(to) && !to.startsWith(paths.signIn.pattern) ? to : paths.channel();
}
