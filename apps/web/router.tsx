import { onSignedOut, paths } from '@mosty/ui-kit';
import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router';
import { Fault } from './Fault.tsx';
import { lazyPage } from './lazy-page.tsx';
import { screens } from './modules.ts';
import { NotFound } from './NotFound.tsx';
import { PagePending } from './PagePending.tsx';
import { loadSession } from './session.ts';
import { loadFrame } from './shell/frame.ts';
import type { Screen } from '@mosty/ui-kit';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Fault });

/** Each area brings its own frame, beside the page and the answer to who is signed in: the portal has no team's menu. */
const team = createRoute({
  getParentRoute: () => root,
  id: 'team',
  component: lazyPage({ load: () => import('./TeamLayout.tsx') }),
  loader: async ({ location }) => {
    await Promise.all([loadSession(location.href), loadFrame()]);
  },
});

const portal = createRoute({
  getParentRoute: () => root,
  id: 'portal',
  component: lazyPage({ load: () => import('./PortalLayout.tsx'), module: 'portal' }),
  loader: async ({ location }) => {
    await loadSession(location.href);
  },
});

const open = createRoute({
  getParentRoute: () => root,
  id: 'public',
  component: lazyPage({ load: () => import('./PublicPages.tsx') }),
});

/** An unknown address inside the shell, so that the menu is at hand. */
const nowhere = createRoute({ getParentRoute: () => team, path: '$', component: NotFound });

const AREAS = { team, portal, public: open };

function routesOf(area: Screen['area']): AnyRoute[] {
  return screens
    .filter((screen) => screen.area === area)
    .map((screen) =>
      createRoute({ getParentRoute: () => AREAS[area], path: screen.path, component: lazyPage(screen) }),
    );
}

/** Until its module draws it, the address still leads somewhere. */
function missing(path: string, to: (params: Record<string, string>) => string): AnyRoute[] {
  if (screens.some((screen) => screen.path === path)) return [];
  return [
    createRoute({
      getParentRoute: () => root,
      path,
      beforeLoad: ({ params }: { params: Record<string, string> }) =>
        redirect({ href: to(params), throw: true }),
    }),
  ];
}

/** The living style page: the built app has neither it nor its code. */
function devPages(): AnyRoute[] {
  if (!import.meta.env.DEV) return [];
  const page = lazyPage({ load: () => import('./dev/KitShell.tsx') });
  return [createRoute({ getParentRoute: () => root, path: '/kit', component: page })];
}

const tree = root.addChildren([
  team.addChildren([...routesOf('team'), nowhere]),
  portal.addChildren(routesOf('portal')),
  open.addChildren(routesOf('public')),
  ...missing(paths.settings.pattern, () => paths.me()),
  ...missing(paths.portalGive.pattern, () => paths.dealList({ new: 'deal' })),
  ...missing(paths.portalDeals.pattern, () => paths.dealList()),
  ...missing(paths.portalDeal.pattern, ({ dealId = '' }) => paths.dealCard({ dealId })),
  ...missing(paths.portalLinks.pattern, () => paths.links()),
  ...missing(paths.portalMoney.pattern, () => paths.accruals()),
  ...missing(paths.portalAccrual.pattern, ({ accrualId = '' }) => paths.accrual({ accrualId })),
  ...missing(paths.portalDocs.pattern, () => paths.statements()),
  ...missing(paths.portalMe.pattern, () => paths.portalSignIn()),
  ...devPages(),
]);

/** Filters in an address are plain text: `?class=referral&month=2026-11`, nothing quoted. */
function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function writeSearch(search: Record<string, unknown>): string {
  const chosen = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' && value ? [[name, value]] : [],
  );
  const text = new URLSearchParams(chosen).toString();
  return text ? `?${text}` : '';
}

export const router = createRouter({
  routeTree: tree,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPreloadDelay: 60,
  defaultPendingMs: 200,
  defaultPendingMinMs: 300,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: Fault,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

onSignedOut(() => {
  const here = window.location.pathname + window.location.search;
  if (!here.startsWith(paths.signIn.pattern)) router.history.push(paths.signIn({ to: here }));
});
