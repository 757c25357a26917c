import { Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export function NotFound(): ReactElement {
  const { t } = useTranslation();
  return <Title order={1}>{t('ui.notFound')}</Title>;
}
