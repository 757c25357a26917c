import { Button, Menu } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import type { CannedText } from './use-canned-replies';

/** The canned replies for who does not type `/`. */
export function CannedMenu({
  replies,
  disabled,
  onPick,
}: {
  replies: readonly CannedText[];
  disabled: boolean;
  /** Takes the focus to where the text is. */
  onPick: (text: string) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const [picked, setPicked] = useState(false);
  return (
    <Menu withinPortal position="top-start" returnFocus={!picked} onOpen={() => setPicked(false)}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={disabled}
          leftSection={<IconTemplate size={16} aria-hidden />}
        >
          {t('composer.canned')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {replies.length === 0 && <Menu.Label>{t('composer.canned.none')}</Menu.Label>}
        {replies.map(({ id, title, text }) => (
          <Menu.Item
            key={id}
            onClick={() => {
              setPicked(true);
              onPick(text);
            }}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
