import { MeProvider, type Me } from '@mosty/ui-kit';
import { createRoute, type AnyRoute } from '@tanstack/react-router';
import { Shell } from '../shell/Shell.tsx';
import { KitPage } from './kit/KitPage.tsx';

const ME: Me = {
  member: { id: 'mem_1', name: 'Ирина Соколова', role: 'owner' },
  workspace: { id: '1', name: 'Полка Софт', zone: 'Europe/Moscow', currency: 'RUB', isDemo: true },
  can: new Proxy({}, { get: () => true }),
};

/** The living style page. Only the development server has it. */
export function kitRoute(root: AnyRoute): AnyRoute {
  return createRoute({
    getParentRoute: () => root,
    path: '/kit',
    component: () => (
      <MeProvider value={ME}>
        <Shell>
          <KitPage />
        </Shell>
      </MeProvider>
    ),
  });
}
