import type { Screen, ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [];

export const actions: readonly ScreenAction[] = [];
