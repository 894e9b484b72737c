/** What every screen stands in: theme, server cache, notices, routes. */

import type { MantineThemeOverride } from '@mantine/core';
import { localStorageColorSchemeManager, MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cache } from './cache.ts';
import { noticesSwitch, useSwitch } from './frame/switches.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

const Notices = lazy(() => import('./notices.tsx').then((module) => ({ default: module.Notices })));

const colorScheme = localStorageColorSchemeManager({ key: 'prilavok.theme' });

/** The crosses of dialogs and notices have names too, in the reader's language. */
function useWordedTheme(): MantineThemeOverride {
  const close = useTranslation('ui').t('close');
  return useMemo(() => {
    const named = { defaultProps: { closeButtonProps: { 'aria-label': close } } };
    return mergeThemeOverrides(theme, { components: { Modal: named, Drawer: named, Notification: named } });
  }, [close]);
}

export function Shell() {
  const worded = useWordedTheme();
  const noticed = useSwitch(noticesSwitch);
  return (
    <MantineProvider theme={worded} cssVariablesResolver={cssVariables} colorSchemeManager={colorScheme} defaultColorScheme="auto">
      <QueryClientProvider client={cache}>
        {noticed && (
          <Suspense>
            <Notices />
          </Suspense>
        )}
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
