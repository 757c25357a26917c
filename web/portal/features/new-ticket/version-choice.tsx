import { Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Notice } from '../ticket/notice';
import { NEW_TICKET_PAGE } from './messages';

/** Which version somebody uses: mostly the current one, and support is for that one only. */
export function VersionChoice({
  current,
  version,
  error,
  onChange,
}: {
  current: string;
  /** Empty for the current one. */
  version: string;
  error: string | undefined;
  onChange: (version: string) => void;
}): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const [other, setOther] = useState(version !== '' && version !== current);
  const isOld = other && version.trim() !== '' && version.trim() !== current;
  return (
    <Stack gap="xs">
      <Radio.Group
        id="productVersion"
        tabIndex={-1}
        label={t('newTicket.version')}
        description={t('newTicket.version.hint')}
        error={error}
        value={other ? 'other' : 'current'}
        onChange={(value) => {
          setOther(value === 'other');
          onChange('');
        }}
      >
        <Group mt="xs" gap="lg">
          <Radio value="current" label={t('newTicket.version.current', { version: current })} />
          <Radio value="other" label={t('newTicket.version.other')} />
        </Group>
      </Radio.Group>
      {other && (
        <TextInput
          label={t('newTicket.version.number')}
          maxLength={50}
          value={version}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
      {isOld && <Notice>{t('newTicket.version.old', { version: current })}</Notice>}
    </Stack>
  );
}
