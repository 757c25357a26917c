import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import type { Role } from '../../ui/api/types';
import { useViewer } from '../../ui/session/viewer';
import { Page } from '../../ui/shell/page';
import { SubNav } from './sub-nav';

export interface SectionPage {
  to: string;
  label: string;
  /** Everybody of the staff when absent. */
  roles?: readonly Role[];
}

/** One page of a part of the console: what it is for in a sentence, and the way to the others that the role may see. */
export function Section({
  name,
  pages,
  title,
  intro,
  actions,
  children,
}: {
  name: string;
  pages: readonly SectionPage[];
  title: string;
  intro?: string;
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { role } = useViewer();
  const links = pages.filter(({ roles }) => roles === undefined || roles.includes(role));
  return (
    <Page title={title} actions={actions}>
      <SubNav label={name} links={links} />
      {intro !== undefined && (
        <Text mb="lg" maw={760} c="dimmed">
          {intro}
        </Text>
      )}
      {children}
    </Page>
  );
}
