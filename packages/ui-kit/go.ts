import { useRouter } from '@tanstack/react-router';

interface HasHistory {
  readonly history: { push(href: string): void; replace(href: string): void };
}

/** Goes to a page made by `paths`, after a form or from a row. In text use `PageLink`. */
export function useGo(): (to: string, how?: { replace?: boolean }) => void {
  const { history } = useRouter() as HasHistory;
  return (to, how) => (how?.replace ? history.replace(to) : history.push(to));
}
