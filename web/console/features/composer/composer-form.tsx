import { Group, Text } from '@mantine/core';
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type ReactElement,
  type Ref,
  type RefObject,
} from 'react';
import type { Ticket } from '../../../ui/api/types';
import { AttachmentPicker } from '../../../ui/attachments/attachment-picker';
import { useAttachments } from '../../../ui/attachments/use-attachments';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { writeDraft } from '../../../ui/drafts/draft-store';
import { useDraft } from '../../../ui/drafts/use-draft';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { useAgents } from '../assignment/use-agents';
import { putText } from '../../parts/put-text';
import { CannedMenu } from './canned-menu';
import classes from './composer.module.css';
import { MESSAGES } from './messages';
import { ModeSwitch } from './mode-switch';
import { needOf, type ComposerMode } from './modes';
import { noteUndone, type Outgoing } from './outbox';
import { SendButtons } from './send-buttons';
import { SolutionFields } from './solution-fields';
import { StaleNotice } from './stale-notice';
import { SuggestingText } from './suggesting-text';
import { mentionedIn, suggestionsFor } from './suggestions';
import { useCannedReplies } from './use-canned-replies';
import { useKeptFocus } from './use-kept-focus';
import { useNews } from './use-news';
import { useSend } from './use-send';
import { afterSending, NOTHING, textOf, withText, type Writing } from './writing';

export interface ComposerHandle {
  /** Turns to a kind of text and puts the cursor there; `text` fills it in unless something is written already. */
  write: (mode: ComposerMode, text?: string) => void;
}

export interface ComposerProps {
  ref: Ref<ComposerHandle>;
  ticket: Ticket;
  /** Whether something is being written, so that colleagues see it. */
  onWriting: (writing: boolean) => void;
  onNext: () => void;
}

/** One text on its way from the first letter to the button; kept as a draft all the while. */
export function ComposerForm({
  ref,
  ticket,
  outgoing,
  hadFocus,
  onWriting,
  onNext,
}: ComposerProps & { outgoing: Outgoing; hadFocus: RefObject<boolean> }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const viewer = useViewer();
  const { folio, version } = ticket;
  const draft = useDraft<Writing>(`composer:${folio}`, NOTHING);
  const writing = draft.value;
  const text = textOf(writing);
  const field = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const agents = useAgents().data ?? [];
  const replies = useCannedReplies(ticket);
  const attachments = useAttachments(writing.files);
  const news = useNews(ticket, writing.readVersion);
  const sending = outgoing.phase === 'sending';
  const change = (next: Partial<Writing>): void => {
    setAsked(null);
    draft.change((before) => ({ ...before, ...next }));
  };
  const type = (next: string): void => {
    setAsked(null);
    if (outgoing.phase === 'failed') noteUndone(folio);
    draft.change((before) => {
      const after = withText(before, next);
      const blank = after.publicText === '' && after.noteText === '';
      return { ...after, readVersion: blank ? 0 : before.readVersion || version };
    });
  };
  const append = (reply: string): void => {
    if (field.current)
      putText(field.current, text === '' ? reply : `\n${reply}`, [text.length, text.length], type);
  };
  useImperativeHandle(ref, () => ({
    write(mode, given = '') {
      const fills = given !== '' && writing.publicText.trim() === '';
      if (!sending) change({ mode, ...(fills && { publicText: given, readVersion: version }) });
      field.current?.focus();
    },
  }));
  useKeptFocus(field, hadFocus);
  const isWriting = text.trim() !== '' && !sending;
  useEffect(() => onWriting(isWriting), [onWriting, isWriting]);
  const files = attachments.uploads.flatMap(({ attachment }) => attachment ?? []);
  const names = files.map(({ id }) => id).join();
  const kept = writing.files.map(({ id }) => id).join();
  useEffect(() => {
    // What is there has changed when its ids have.
    if (names !== kept) draft.change((before) => ({ ...before, files }));
  }, [names, kept]);
  const send = useSend(folio, () =>
    // The page may be gone, or show what was opened since: the draft is what counts.
    writeDraft(`${viewer.id}:composer:${folio}`, afterSending(writing)),
  );
  const need = needOf(writing.mode, ticket);
  const submit = (andNext: boolean): void => {
    if (sending || news.length > 0) return;
    if (text.trim() === '') {
      setAsked(t('composer.blank'));
      field.current?.focus();
      return;
    }
    if (need !== null) return setAsked(t(`composer.needs.${need}`));
    if (attachments.isUploading) return setAsked(t('composer.uploading'));
    const order = {
      writing,
      mentions: writing.mode === 'note' ? mentionedIn(text, agents) : [],
      attachmentIds: [...attachments.ids],
    };
    send(order, version, () => field.current?.focus());
    if (andNext) onNext();
    else field.current?.focus();
  };
  const isNote = writing.mode === 'note';
  const takesFiles = writing.mode === 'reply' || writing.mode === 'question';
  return (
    <section className={classes['composer']} data-mode={writing.mode} aria-label={t('composer.name')}>
      <Group justify="space-between" gap="xs">
        <ModeSwitch mode={writing.mode} disabled={sending} onChange={(mode) => change({ mode })} />
        <CannedMenu replies={replies} disabled={sending} onPick={append} />
      </Group>
      <Text size="sm" className={classes['hint'] ?? ''} fw={isNote ? 700 : 400}>
        {t(`composer.hint.${writing.mode}`)}
        {writing.mode === 'reply' &&
          ticket.milestones.firstAttention === null &&
          ` ${t('composer.attention')}`}
      </Text>
      {!sending && text !== '' && <DraftNotice draft={draft} />}
      <div
        className={classes['files']}
        onPaste={(event) => takesFiles && takeFiles(event, event.clipboardData, attachments.add)}
        onDrop={(event) => takesFiles && takeFiles(event, event.dataTransfer, attachments.add)}
      >
        <SuggestingText
          field={field}
          label={t(`composer.body.${writing.mode}`)}
          placeholder={t(isNote ? 'composer.placeholder.note' : 'composer.placeholder.public')}
          value={text}
          held={sending}
          onChange={type}
          suggest={(typed, caret) => suggestionsFor(typed, caret, replies, isNote ? agents : [])}
          onSubmit={() => submit(false)}
        />
      </div>
      {writing.mode === 'solution' && (
        <SolutionFields writing={writing} disabled={sending} onChange={change} />
      )}
      {news.length > 0 && !sending && (
        <StaleNotice ticket={ticket} news={news} onRead={() => change({ readVersion: version })} />
      )}
      {outgoing.phase === 'failed' && outgoing.problem && news.length === 0 && (
        <ProblemAlert problem={outgoing.problem} />
      )}
      {asked !== null && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {asked}
        </Text>
      )}
      {sending && (
        <Text role="status" size="sm">
          {t('composer.waiting')}
        </Text>
      )}
      <Group justify="space-between" align="flex-end" gap="xs">
        <div className={classes['tools']}>
          {takesFiles && !sending && <AttachmentPicker attachments={attachments} />}
        </div>
        <SendButtons mode={writing.mode} disabled={sending || news.length > 0} onSend={submit} />
      </Group>
    </section>
  );
}

/** Files that are pasted or dropped on the text become its attachments; texts go their usual way. */
function takeFiles(
  event: { preventDefault: () => void },
  given: DataTransfer,
  add: (files: Iterable<File>) => void,
): void {
  if (given.files.length === 0) return;
  event.preventDefault();
  add(given.files);
}
