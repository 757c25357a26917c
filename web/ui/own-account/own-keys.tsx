import { Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../api/client';
import type { components } from '../api/schema';
import { useCommand } from '../api/use-command';
import { shortInstantText } from '../format/instant-text';
import { useMessages } from '../i18n/use-messages';
import { usePages } from '../query/use-pages';
import { toast } from '../toasts/toast-store';
import { Block } from './block';
import { KeyForm } from './key-form';
import { OWN_ACCOUNT } from './messages';
import { OwnList } from './own-list';
import classes from './own-account.module.css';
import { ShownOnce } from '../security/shown-once';

type ApiKey = components['schemas']['ApiKey'];
const KEYS = ['api-keys'];

/** Keys for programs that act for oneself. */
export function OwnKeys(): ReactElement {
  const { t, language } = useMessages(OWN_ACCOUNT);
  const [key, setKey] = useState<string | null>(null);
  const list = usePages<ApiKey>(
    KEYS,
    async (cursor, signal) => (await api.GET('/api-keys', { params: { query: cursor }, signal })).data,
  );
  const end = useCommand<string, unknown>({
    stales: [KEYS],
    send: (id, header) => api.DELETE('/api-keys/{id}', { params: { path: { id }, header } }),
    onDone: () => toast(t('profile.keys.ended')),
  });
  return (
    <>
      <Block title={t('profile.keys.new')}>
        <Text>{t('profile.keys.body')}</Text>
        {key === null ? (
          <KeyForm onDone={setKey} />
        ) : (
          <ShownOnce
            title={t('profile.keys.once')}
            hint={t('profile.keys.once.hint')}
            copied={key}
            onDone={() => setKey(null)}
          >
            <span className={classes['secret']}>{key}</span>
          </ShownOnce>
        )}
      </Block>
      <Block title={t('profile.keys.own')}>
        <OwnList
          list={list}
          none={t('profile.keys.none')}
          end={end}
          endWord={t('profile.end')}
          show={({ name, createdAt, expiresAt, lastUsedAt }) => ({
            title: name,
            lines: [
              [
                t('profile.keys.created', { when: shortInstantText(createdAt, language) }),
                expiresAt === null
                  ? t('profile.keys.forever')
                  : t('profile.keys.expires', { when: shortInstantText(expiresAt, language) }),
                lastUsedAt === null
                  ? t('profile.keys.unused')
                  : t('profile.keys.used', { when: shortInstantText(lastUsedAt, language) }),
              ].join(' · '),
            ],
          })}
        />
      </Block>
    </>
  );
}
