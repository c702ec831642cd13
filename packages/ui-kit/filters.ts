import { useNavigate, useSearch } from '@tanstack/react-router';

/**
 * Filters of a page, kept in its address: `const [filters, setFilters] = useFilters(paths.deals)`.
 * Setting replaces the address, so «back» leaves the page instead of undoing one letter.
 */
export function useFilters<F extends string>(page: {
  readonly filters: readonly F[];
}): [Readonly<Record<F, string>>, (change: Partial<Record<F, string>>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const current = Object.fromEntries(
    page.filters.map((name) => {
      const value = search[name];
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
  const change = (next: Partial<Record<F, string>>): void => {
    const merged = Object.entries({ ...search, ...next }).filter(
      ([, value]) => value !== '' && value !== undefined,
    );
    void navigate({
      to: '.',
      search: Object.fromEntries(merged) as never,
      replace: true,
      resetScroll: false,
    });
  };
  return [current as Record<F, string>, change];
}
