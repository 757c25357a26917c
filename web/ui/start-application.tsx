import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { createBrowserRouter, RouterProvider } from 'react-router';
import type { Feature } from './feature';
import { SHARED_EN, SHARED_ES } from './i18n/shared-messages';
import { LogIn } from './log-in';
import { NotFound } from './not-found';
import { Shell } from './shell';

/** Starts an application below `basename` with its features; Spanish, or the language chosen before. */
export async function startApplication(basename: string, title: string, features: Feature[]): Promise<void> {
  const lng = localStorage.getItem('language') === 'en' ? 'en' : 'es';
  document.documentElement.lang = lng;
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: 'es',
    keySeparator: false,
    nsSeparator: false,
    resources: {
      es: {
        translation: Object.assign({}, SHARED_ES, ...features.map(({ messages }) => messages.es)) as object,
      },
      en: {
        translation: Object.assign({}, SHARED_EN, ...features.map(({ messages }) => messages.en)) as object,
      },
    },
  });
  const router = createBrowserRouter(
    [
      { path: '/entrar', element: <LogIn /> },
      {
        element: <Shell title={title} features={features} />,
        children: [...features.flatMap(({ routes }) => routes), { path: '*', element: <NotFound /> }],
      },
    ],
    { basename },
  );
  createRoot(document.getElementById('root') as HTMLElement).render(
    <MantineProvider defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

/** Mantine writes its variables as a style element, which the content security policy allows by this only. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}
