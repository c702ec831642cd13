import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  { path: paths.signIn.pattern, area: 'public', load: () => import('./SignIn.tsx') },
  { path: paths.forgotten.pattern, area: 'public', load: () => import('./SignInLink.tsx') },
  { path: paths.invitation.pattern, area: 'public', load: () => import('./AcceptInvitation.tsx') },
  { path: paths.newWorkspace.pattern, area: 'public', load: () => import('./SetUp.tsx') },
  {
    path: paths.company.pattern,
    area: 'team',
    load: () => import('./Company.tsx'),
    nav: { group: 'settings', order: 10, label: 'nav.company' },
    permission: 'workspace.read',
    keywords: 'компания пояс валюта название company zone currency',
  },
  {
    path: paths.people.pattern,
    area: 'team',
    load: () => import('./People.tsx'),
    nav: { group: 'settings', order: 20, label: 'nav.people' },
    permission: 'member.read',
    keywords: 'люди роли права пригласить people roles rights invite',
  },
  {
    path: paths.keys.pattern,
    area: 'team',
    load: () => import('./Keys.tsx'),
    nav: { group: 'settings', order: 30, label: 'nav.keys' },
    permission: 'api_key.read',
    keywords: 'ключи api токен интеграция keys token',
  },
  {
    path: paths.outbox.pattern,
    area: 'team',
    load: () => import('./Outbox.tsx'),
    nav: { group: 'settings', order: 40, label: 'nav.outbox' },
    permission: 'message.read',
    keywords: 'письма почта исходящие letters mail outbox',
  },
  {
    path: paths.me.pattern,
    area: 'team',
    load: () => import('./Me.tsx'),
    nav: { group: 'settings', order: 50, label: 'nav.me' },
    keywords: 'пароль сеансы код passkey вход password sessions totp',
  },
  {
    path: paths.portalSignIn.pattern,
    area: 'portal',
    load: () => import('./Me.tsx'),
    portal: { order: 120, label: 'nav.portalSignIn', place: 'more' },
  },
  {
    path: paths.journal.pattern,
    area: 'team',
    load: () => import('./Journal.tsx'),
    nav: { group: 'reports', order: 60, label: 'nav.journal' },
    permission: 'audit.read',
    keywords: 'журнал аудит кто когда цепочка journal audit chain',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'identity.invite_member',
    kind: 'create',
    label: 'actions.invite',
    to: paths.people({ new: 'person' }),
    permission: 'member.invite',
    keywords: 'человек сотрудник доступ person colleague access',
  },
  {
    id: 'identity.create_api_key',
    kind: 'create',
    label: 'actions.createKey',
    to: paths.keys({ new: 'key' }),
    permission: 'api_key.create',
    keywords: 'ключ интеграция crm key integration',
  },
];
