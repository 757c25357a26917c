import { Container, Group, Title } from '@mantine/core';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useApplication } from '../session/application';
import styles from './frame.module.css';

const WIDTHS = { narrow: 420, text: 760, wide: 1200, full: '100%' } as const;

/** A page below the frame: its name as heading and title of the window; focused when it is come to. */
export function Page({
  title,
  back,
  actions,
  width = 'wide',
  children,
}: {
  title: string;
  /** The way to what this page stands in, above its name. */
  back?: ReactNode;
  actions?: ReactNode;
  width?: keyof typeof WIDTHS;
  children?: ReactNode;
}): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const application = useApplication();
  useEffect(() => {
    document.title = `${title} · ${application.title}`;
  }, [title, application.title]);
  useEffect(() => {
    // Not away from a field that has asked for the focus.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <Container size={WIDTHS[width]} py="lg">
      {back !== undefined && <div className={styles['back']}>{back}</div>}
      <Group justify="space-between" align="flex-start" mb="md">
        <Title order={1} size="h2" ref={heading} tabIndex={-1} className={styles.heading}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Container>
  );
}
