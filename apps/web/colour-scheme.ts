import { localStorageColorSchemeManager, type MantineColorSchemeManager } from '@mantine/core';

/** The same name that `first-paint.js` reads. */
export const colourScheme: MantineColorSchemeManager = localStorageColorSchemeManager({ key: 'mosty.theme' });
