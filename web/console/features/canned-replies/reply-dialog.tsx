import { Button, Group, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { putText } from '../../parts/put-text';
import { SaveDialog } from '../../parts/save-dialog';
import { REPLIES_MESSAGES } from './messages';
import { REPLIES, type Reply } from './use-replies';

/** What a reply may hold in double braces, as the contract names it. */
const VARIABLES = ['cliente', 'folio', 'asunto', 'agente', 'producto', 'version', 'cierre'] as const;

interface Values {
  title: string;
  shortcut: string;
  type: string | null;
  body: string;
}

/** Writes a canned reply, or corrects one. */
export function ReplyDialog({ reply, onClose }: { reply: Reply | null; onClose: () => void }): ReactElement {
  const { t } = useMessages(REPLIES_MESSAGES);
  const { data: catalog } = useCatalog();
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <SaveDialog<Values, Reply>
      title={reply === null ? t('cannedReplies.add') : t('cannedReplies.change.of', { title: reply.title })}
      first={valuesOf(reply)}
      version={reply?.version}
      labels={{
        title: t('cannedReplies.name'),
        shortcut: t('cannedReplies.shortcut'),
        type: `${t('cannedReplies.type')} ${t('ui.optional')}`,
        body: t('cannedReplies.body'),
      }}
      words={{
        type: (type) => (type === null ? t('cannedReplies.type.all') : typeLabel(catalog, type)),
      }}
      stales={[REPLIES]}
      send={(body, header) =>
        reply === null
          ? api.POST('/canned-replies', { params: { header }, body })
          : api.PATCH('/canned-replies/{id}', { params: { path: { id: reply.id }, header }, body })
      }
      done={({ title }) => t('cannedReplies.saved', { title })}
      onClose={onClose}
    >
      {({ text, choice, values, change }) => (
        <>
          <TextInput {...text('title')} data-autofocus maxLength={120} />
          <TextInput
            {...text('shortcut')}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            leftSection="/"
            description={t('cannedReplies.shortcut.hint')}
          />
          <Select
            {...choice('type')}
            clearable
            searchable
            placeholder={t('cannedReplies.type.all')}
            data={(catalog?.types ?? []).map(({ id, label }) => ({ value: id, label }))}
          />
          <Textarea {...text('body')} ref={field} autosize minRows={6} maxRows={16} maxLength={20_000} />
          <div role="group" aria-label={t('cannedReplies.variables')}>
            <Text size="sm" c="dimmed" mb="xs">
              {t('cannedReplies.variables')}
            </Text>
            <Group gap="xs">
              {VARIABLES.map((name) => (
                <Button
                  key={name}
                  size="compact-sm"
                  variant="default"
                  aria-label={t('cannedReplies.variable.insert', {
                    name: t(`cannedReplies.variable.${name}`),
                  })}
                  onClick={() =>
                    insert(field.current, values.body, `{{${name}}}`, (body) => change({ body }))
                  }
                >
                  {t(`cannedReplies.variable.${name}`)}
                </Button>
              ))}
            </Group>
          </div>
        </>
      )}
    </SaveDialog>
  );
}

function valuesOf(reply: Reply | null): Values {
  if (reply === null) return { title: '', shortcut: '', type: null, body: '' };
  const { title, shortcut, type, body } = reply;
  return { title, shortcut, type, body };
}

/** Puts a piece where the cursor is, in place of what is marked. */
function insert(
  field: HTMLTextAreaElement | null,
  body: string,
  piece: string,
  write: (body: string) => void,
): void {
  if (field === null) write(body + piece);
  else putText(field, piece, [field.selectionStart, field.selectionEnd], write);
}
