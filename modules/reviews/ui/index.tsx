import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.reviews.pattern,
    area: 'team',
    load: () => import('./ReviewsScreen.tsx'),
    nav: { group: 'partners', order: 23, label: 'nav.reviews' },
    permission: 'review.read',
    keywords: 'квартальный разбор qbr решение продолжаем меняем расходимся quarterly review decision',
  },
  {
    path: paths.review.pattern,
    area: 'team',
    load: () => import('./ReviewScreen.tsx'),
    permission: 'review.read',
  },
  {
    path: paths.portalReviews.pattern,
    area: 'portal',
    load: () => import('./portal/OwnReviewsPage.tsx'),
    portal: { order: 72, label: 'nav.own', place: 'more' },
    permission: 'review.read',
  },
  {
    path: paths.portalReview.pattern,
    area: 'portal',
    load: () => import('./portal/OwnReviewPage.tsx'),
    permission: 'review.read',
  },
];

export const actions: readonly ScreenAction[] = [];
