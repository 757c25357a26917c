import { Alert, Button, CopyButton, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages';
import classes from './security.module.css';

/** A secret that can not be asked for again: to be copied now. Takes the focus, so that nobody passes it by. */
export function ShownOnce({
  title,
  hint,
  copied: text,
  onDone,
  children,
}: {
  title: string;
  hint: string;
  /** What the copy button takes along. */
  copied: string;
  onDone: () => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert ref={box} tabIndex={-1} w="100%" variant="outline" icon={<IconKey aria-hidden />} title={title}>
      <div className={classes['form']}>
        <Text size="sm">{hint}</Text>
        {children}
        <div className={classes['row']}>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={
                  copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                }
                onClick={copy}
              >
                {t(copied ? 'security.copied' : 'security.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onDone}>{t('security.kept')}</Button>
        </div>
      </div>
    </Alert>
  );
}
