import { addDays, businessDate } from '@mosty/kernel/time';
import type { useFormat } from '@mosty/ui-kit';

/** «1 марта – 31 августа»: the last day belongs to what is said. */
export function windowText(
  format: ReturnType<typeof useFormat>,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  return `${format.when(from)} – ${format.when(addDays(businessDate(to), -1))}`;
}
