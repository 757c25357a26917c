import { Button, Code, Group, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { useViewer } from '../../../ui/session/viewer';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import type { Column } from '../../parts/data-table';
import { PagedTable } from '../../parts/paged-table';
import { presentOf } from '../../parts/present-of';
import { RowButton } from '../../parts/row-button';
import { ServiceSection } from '../../parts/service-section';
import { REPLIES_MESSAGES } from './messages';
import { ReplyDialog } from './reply-dialog';
import { REPLIES, useReplies, type Reply } from './use-replies';

/** The canned replies of the team, to write, correct and remove them. */
export function RepliesPage(): ReactElement {
  const { t } = useMessages(REPLIES_MESSAGES);
  const replies = useReplies();
  const { data: catalog } = useCatalog();
  const manages = useViewer().role !== 'agent';
  const [edited, setEdited] = useState<Reply | 'new' | null>(null);
  const [chosen, setRemoved] = useState<Reply | null>(null);
  const removed = chosen && presentOf(replies.items, chosen);
  const columns: Column<Reply>[] = [
    { header: t('cannedReplies.reply'), cell: ({ title }) => title },
    { header: t('cannedReplies.shortcut'), cell: ({ shortcut }) => <Code>/{shortcut}</Code> },
    {
      header: t('cannedReplies.type'),
      cell: ({ type }) => (type === null ? t('cannedReplies.type.all') : typeLabel(catalog, type)),
    },
    {
      header: t('cannedReplies.body'),
      cell: ({ body }) => (
        <Text component="span" inherit lineClamp={2}>
          {body}
        </Text>
      ),
    },
    ...(manages
      ? [
          {
            header: '',
            cell: (reply: Reply) => (
              <Group gap="xs" wrap="nowrap">
                <RowButton
                  name={t('cannedReplies.change.of', { title: reply.title })}
                  onClick={() => setEdited(reply)}
                >
                  {t('cannedReplies.change')}
                </RowButton>
                <RowButton
                  name={t('cannedReplies.remove.of', { title: reply.title })}
                  onClick={() => setRemoved(reply)}
                >
                  {t('cannedReplies.remove')}
                </RowButton>
              </Group>
            ),
          },
        ]
      : []),
  ];
  return (
    <ServiceSection
      title={t('cannedReplies.title')}
      intro={t('cannedReplies.intro')}
      actions={manages && <Button onClick={() => setEdited('new')}>{t('cannedReplies.add')}</Button>}
    >
      <PagedTable
        pages={replies}
        empty={t('cannedReplies.empty')}
        caption={t('cannedReplies.title')}
        columns={columns}
        rowKey={({ id }) => id}
      />
      {edited !== null && (
        <ReplyDialog
          reply={edited === 'new' ? null : presentOf(replies.items, edited)}
          onClose={() => setEdited(null)}
        />
      )}
      {removed !== null && (
        <ConfirmDialog
          danger
          title={t('cannedReplies.remove.of', { title: removed.title })}
          submit={t('cannedReplies.remove')}
          version={removed.version}
          stales={[REPLIES]}
          send={(header) =>
            api.DELETE('/canned-replies/{id}', { params: { path: { id: removed.id }, header } })
          }
          done={() => t('cannedReplies.removed', { title: removed.title })}
          onClose={() => setRemoved(null)}
        >
          <Text>{t('cannedReplies.remove.body')}</Text>
        </ConfirmDialog>
      )}
    </ServiceSection>
  );
}
