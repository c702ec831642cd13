import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import {
  cssVariables,
  ImportMarkProvider,
  PartnerAboveProvider,
  PartnerPickerProvider,
  theme,
  Toasts,
  useWords,
} from '@mosty/ui-kit';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { colourScheme } from './colour-scheme.ts';
import { queries } from './queries.ts';

const PartnerFilter = lazy(async () => ({ default: (await import('@mosty/directory/parts')).PartnerFilter }));
const PartnerFlags = lazy(async () => ({ default: (await import('@mosty/integrity/parts')).PartnerFlags }));
const PartnerHarm = lazy(async () => ({ default: (await import('@mosty/insight/parts')).PartnerHarm }));
const PartnerReviews = lazy(async () => ({
  default: (await import('@mosty/reviews/parts')).PartnerReviews,
}));
const aboveCard = (partnerId: string): ReactNode => (
  <Suspense fallback={null}>
    <PartnerFlags partnerId={partnerId} />
    <PartnerHarm partnerId={partnerId} />
    <PartnerReviews partnerId={partnerId} />
  </Suspense>
);
const ImportMark = lazy(async () => ({ default: (await import('@mosty/integrations/parts')).ImportMark }));

export function Providers({ children }: { children: ReactNode }) {
  const clear = useWords('kit')('clear');
  // Mantine draws a cross without a name in every field that can be emptied.
  const spoken = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { InputClearButton: { defaultProps: { 'aria-label': clear } } },
      }),
    [clear],
  );
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider
        theme={spoken}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colourScheme}
        defaultColorScheme="auto"
      >
        <PartnerPickerProvider value={PartnerFilter}>
          <ImportMarkProvider value={ImportMark}>
            <PartnerAboveProvider value={aboveCard}>{children}</PartnerAboveProvider>
          </ImportMarkProvider>
        </PartnerPickerProvider>
        <Toasts />
      </MantineProvider>
    </QueryClientProvider>
  );
}
