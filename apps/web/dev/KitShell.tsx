import { MeProvider, type Me } from '@mosty/ui-kit';
import { Shell } from '../shell/Shell.tsx';
import { KitPage } from './kit/KitPage.tsx';

const ME: Me = {
  member: { id: 'mem_1', name: 'Ирина Соколова', role: 'owner', partnerId: null },
  workspace: { id: '1', name: 'Полка Софт', zone: 'Europe/Moscow', currency: 'RUB', isDemo: true },
  looking: null,
  can: new Proxy({}, { get: () => true }),
};

/** The living style page inside the shell of an owner who may everything. */
export default function KitShell() {
  return (
    <MeProvider value={ME}>
      <Shell>
        <KitPage />
      </Shell>
    </MeProvider>
  );
}
