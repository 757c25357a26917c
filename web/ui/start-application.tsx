import '@fontsource-variable/inter/wght.css';
import './theme/mantine-styles';
import './theme/tones.css';
import './theme/long-words.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, Outlet, RouterProvider } from 'react-router';
import { PageSkeleton } from './feedback/page-skeleton';
import { SHARED } from './i18n/shared-messages';
import { startMessages } from './i18n/start-messages';
import { createQueryClient } from './query/query-client';
import { ApplicationContext, type Application } from './session/application';
import { keepFocus } from './shortcuts/keep-focus';
import { NotFound } from './shell/not-found';
import { PageError } from './shell/page-error';
import { PublicShell, Shell } from './shell/shell';
import { COMFORTABLE_THEME, DENSE_THEME, readableColours } from './theme/theme';
import { Toasts } from './toasts/toasts';

/** Starts an application below its `basename` with its features. */
export async function startApplication(application: Application): Promise<void> {
  const { basename, audience, features } = application;
  await startMessages([SHARED, ...features.flatMap(({ messages }) => messages ?? [])]);
  allowOwnStyles();
  keepFocus();
  const failing = <PageError />;
  const router = createBrowserRouter(
    [
      {
        element: <Outlet />,
        errorElement: failing,
        hydrateFallbackElement: <PageSkeleton />,
        children: [
          {
            element: <PublicShell />,
            children: [
              {
                errorElement: failing,
                children: [
                  {
                    path: '/entrar',
                    lazy: async () => ({ Component: (await import('./session/log-in')).LogIn }),
                  },
                  { path: '/ayuda', lazy: async () => ({ Component: (await import('./shell/help')).Help }) },
                  ...features.flatMap(({ publicRoutes = [] }) => publicRoutes),
                ],
              },
            ],
          },
          {
            element: <Shell />,
            children: [
              {
                errorElement: failing,
                children: [...features.flatMap(({ routes }) => routes), { path: '*', element: <NotFound /> }],
              },
            ],
          },
        ],
      },
    ],
    { basename },
  );
  createRoot(document.getElementById('root') as HTMLElement).render(
    <MantineProvider
      defaultColorScheme="auto"
      theme={audience === 'staff' ? DENSE_THEME : COMFORTABLE_THEME}
      cssVariablesResolver={readableColours}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={createQueryClient()}>
        <ApplicationContext value={application}>
          <RouterProvider router={router} />
          <Toasts />
        </ApplicationContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

/** The library that keeps the page behind a dialog from scrolling looks for the nonce under this name. */
function allowOwnStyles(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}

/** Mantine writes its variables as a style element, which the content security policy allows by this only. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}
