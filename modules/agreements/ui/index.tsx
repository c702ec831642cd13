import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.partners.pattern,
    area: 'team',
    load: () => import('./PartnersScreen.tsx'),
    nav: { group: 'partners', order: 10, label: 'nav.partners' },
    permission: 'partner.read',
    keywords: 'партнёры контакты кто за кого отвечает partners contacts',
  },
  {
    path: paths.partner.pattern,
    area: 'team',
    load: () => import('./PartnerScreen.tsx'),
    permission: 'partner.read',
  },
  {
    path: paths.newAgreement.pattern,
    area: 'team',
    load: () => import('./NewAgreementScreen.tsx'),
    permission: 'agreement.open',
  },
  {
    path: paths.agreement.pattern,
    area: 'team',
    load: () => import('./AgreementScreen.tsx'),
    permission: 'agreement.read',
  },
  {
    path: paths.texts.pattern,
    area: 'team',
    load: () => import('./CompanyTexts.tsx'),
    nav: { group: 'settings', order: 14, label: 'nav.texts' },
    permission: 'text.read',
    keywords: 'кодекс чести согласие персональные данные тексты code of honour consent personal data',
  },
  {
    path: paths.samples.pattern,
    area: 'team',
    load: () => import('./SamplesScreen.tsx'),
    nav: { group: 'settings', order: 15, label: 'nav.samples' },
    permission: 'agreement.propose',
    keywords: 'образцы шаблоны взаимные ожидания обещания samples templates mutual expectations promises',
  },
  {
    path: paths.partnerTexts.pattern,
    area: 'team',
    load: () => import('./PartnerTexts.tsx'),
    permission: 'text.read',
  },
  {
    path: paths.portalRules.pattern,
    area: 'portal',
    load: () => import('./portal/RulesPage.tsx'),
    portal: { order: 70, label: 'nav.rules', place: 'more' },
    permission: 'agreement.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'agreements.add_partner',
    kind: 'create',
    label: 'actions.addPartner',
    to: paths.partners({ new: 'partner' }),
    permission: 'partner.write',
    keywords: 'партнёр контакт новый partner contact',
  },
];
