export const NARROW = '(max-width: 60em)';
export const loadTop = () => import('./TopBar.tsx');
export const loadBottom = () => import('./BottomBar.tsx');

/** What only a phone's frame has comes with the page, and a wide screen does without. */
export async function loadFrame(): Promise<void> {
  if (globalThis.matchMedia(NARROW).matches) await Promise.all([loadTop(), loadBottom()]);
}
