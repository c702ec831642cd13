import { useParams } from '@tanstack/react-router';

/** A part of the page's address, as `paths` names it: `partnerId`. */
export function useIdInPath(name: string): string {
  const params: unknown = useParams({ strict: false });
  const parts = typeof params === 'object' && params !== null ? Object.entries<unknown>(params) : [];
  const value = parts.find(([part]) => part === name)?.[1];
  return typeof value === 'string' ? value : '';
}
