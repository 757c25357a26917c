import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { API_BASE } from '../api/client';
import { ErrorState } from '../feedback/error-state';
import { ListSkeleton } from '../feedback/page-skeleton';
import { cityOf, viewerTimeZone } from '../format/time-zone';
import { switchLanguage } from '../i18n/start-messages';
import { useMessages } from '../i18n/use-messages';
import { useMe } from '../query/use-me';
import { Block } from './block';
import { ContactForm } from './contact-form';
import { OWN_ACCOUNT } from './messages';

/** Who one is for support, how one reads, and everything that the service holds on oneself. */
export function OwnData(): ReactElement {
  const { t, language } = useMessages(OWN_ACCOUNT);
  const me = useMe();
  return (
    <>
      <Block title={t('profile.contact')}>
        {me.data !== undefined && <ContactForm key={me.data.updatedAt} person={me.data} />}
        {me.data === undefined && me.error === null && <ListSkeleton rows={3} />}
        {me.data === undefined && me.error !== null && (
          <ErrorState problem={me.error} onRetry={() => void me.refetch()} />
        )}
      </Block>
      <Block title={t('profile.reading')}>
        <SegmentedControl
          aria-label={t('ui.language')}
          value={language}
          data={[
            { value: 'es', label: 'Español' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => void switchLanguage(value === 'en' ? 'en' : 'es')}
        />
        <Text>{t('profile.zone', { city: cityOf(viewerTimeZone()) })}</Text>
      </Block>
      <Block title={t('profile.export')}>
        <Text>{t('profile.export.body')}</Text>
        <Button
          component="a"
          href={`${API_BASE}/me/export`}
          download="mis-datos.json"
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('profile.export.get')}
        </Button>
      </Block>
    </>
  );
}
