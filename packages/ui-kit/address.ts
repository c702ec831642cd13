import { useParams } from '@tanstack/react-router';

/** A `$param` of the page's address; empty where the page has none by that name. */
export function useParam(name: string): string {
  const params: Record<string, unknown> = useParams({ strict: false });
  const value = params[name];
  return typeof value === 'string' ? value : '';
}
