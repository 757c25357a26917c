import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../ui/i18n/use-messages';
import { PARTS_MESSAGES } from './messages';
import { Section } from './section';

const PAGES = [
  { to: '/politica', label: 'parts.service.policy' },
  { to: '/politica/tipos', label: 'parts.service.types' },
  { to: '/calendarios', label: 'parts.service.calendar' },
  { to: '/respuestas', label: 'parts.service.replies' },
] as const;

/** A page of what the service works by. */
export function ServiceSection(page: {
  title: string;
  intro: string;
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(PARTS_MESSAGES);
  return (
    <Section
      name={t('parts.service')}
      pages={PAGES.map(({ to, label }) => ({ to, label: t(label) }))}
      {...page}
    />
  );
}
