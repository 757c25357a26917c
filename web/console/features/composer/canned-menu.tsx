import { Button, Menu } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import type { CannedText } from './use-canned-replies';

/** The canned replies for who does not type `/`. */
export function CannedMenu({
  replies,
  onPick,
}: {
  replies: readonly CannedText[];
  onPick: (text: string) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  return (
    <Menu withinPortal position="top-start">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<IconTemplate size={16} aria-hidden />}>
          {t('composer.canned')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {replies.length === 0 && <Menu.Label>{t('composer.canned.none')}</Menu.Label>}
        {replies.map(({ id, title, text }) => (
          <Menu.Item key={id} onClick={() => onPick(text)}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
