import { PageSkeleton } from '@mosty/ui-kit';

export function PagePending() {
  return <PageSkeleton />;
}
