import { Anchor, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import type { Feature } from './feature';

/** What stays around every page: skip link, name, navigation. */
export function Shell({ title, features }: { title: string; features: Feature[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Anchor href="#content">{t('ui.skip')}</Anchor>
      <header>
        <Text fw={700}>{title}</Text>
        <nav aria-label={t('ui.nav')}>
          <Group>
            {features.map(({ id, nav }) =>
              nav ? (
                <Anchor key={id} component={Link} to={nav.to}>
                  {t(nav.label)}
                </Anchor>
              ) : null,
            )}
          </Group>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
