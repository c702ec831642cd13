import type { Served } from '@mosty/kernel/http';

export const onboardingRoutes: readonly Served[] = [];
