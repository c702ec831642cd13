import { MantineProvider } from '@mantine/core';
import { cssVariables, theme, Toasts } from '@mosty/ui-kit';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { colourScheme } from './colour-scheme.ts';
import { queries } from './queries.ts';

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colourScheme}
        defaultColorScheme="auto"
      >
        {children}
        <Toasts />
      </MantineProvider>
    </QueryClientProvider>
  );
}
