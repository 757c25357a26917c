import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '../api/api-problem';
import { createCommandKey, type CommandKey } from '../api/command-key';
import type { Attachment } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { uploadFile } from './upload-file';

export const MAX_FILES = 10;
const MAX_BYTES = 20 * 1024 * 1024;

/** One file on its way to the service, or there. */
export interface Upload {
  id: number;
  name: string;
  size: number;
  /** 0 to 1. */
  sent: number;
  attachment: Attachment | null;
  problem: ApiProblem | null;
}

export interface Attachments {
  uploads: readonly Upload[];
  /** Why a file was not taken, as sentences. */
  refusals: readonly string[];
  /** What a message names, of the files that are there. */
  ids: readonly string[];
  isUploading: boolean;
  /** Whether one could not be sent: it is tried again or removed, never left out in silence. */
  hasFailed: boolean;
  add: (files: Iterable<File>) => void;
  remove: (id: number) => void;
  again: (id: number) => void;
  /** Once the message is sent. */
  clear: () => void;
}

interface Way {
  file: File;
  key: CommandKey;
  stop: AbortController;
}

/** The files of a message that is being written. `given` are those that a draft named already. */
export function useAttachments(given: readonly Attachment[] = []): Attachments {
  const { t } = useMessages();
  const [uploads, setUploads] = useState<readonly Upload[]>(() => given.map(there));
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const ways = useRef(new Map<number, Way>());
  const count = useRef(given.length);
  useEffect(() => {
    const started = ways.current;
    return () => started.forEach(({ stop }) => stop.abort());
  }, []);

  const start = useCallback((id: number) => {
    const way = ways.current.get(id);
    if (way === undefined) return;
    const change = (news: Partial<Upload>): void =>
      setUploads((shown) => shown.map((upload) => (upload.id === id ? { ...upload, ...news } : upload)));
    change({ problem: null, sent: 0 });
    uploadFile(way.file, way.key.keyFor(id), (sent) => change({ sent }), way.stop.signal).then(
      (attachment) => change({ attachment, sent: 1 }),
      (problem: ApiProblem) => change({ problem }),
    );
  }, []);

  const add = (files: Iterable<File>): void => {
    const refused: string[] = [];
    const taken: number[] = [];
    for (const file of files) {
      const { name, size } = file;
      if (uploads.length + taken.length >= MAX_FILES)
        refused.push(t('ui.attachments.tooMany', { name, count: MAX_FILES }));
      else if (size > MAX_BYTES) refused.push(t('ui.attachments.tooLarge', { name }));
      else if (size === 0) refused.push(t('ui.attachments.empty', { name }));
      else {
        const id = (count.current += 1);
        ways.current.set(id, { file, key: createCommandKey(), stop: new AbortController() });
        setUploads((shown) => [...shown, { id, name, size, sent: 0, attachment: null, problem: null }]);
        taken.push(id);
      }
    }
    setRefusals(refused);
    taken.forEach(start);
  };
  const remove = (id: number): void => {
    ways.current.get(id)?.stop.abort();
    ways.current.delete(id);
    setUploads((shown) => shown.filter((upload) => upload.id !== id));
    setRefusals([]);
  };
  const clear = useCallback(() => {
    ways.current.forEach(({ stop }) => stop.abort());
    ways.current.clear();
    setUploads([]);
    setRefusals([]);
  }, []);
  const ids = uploads.flatMap(({ attachment }) => attachment?.id ?? []);
  const isUploading = uploads.some(({ attachment, problem }) => attachment === null && problem === null);
  const hasFailed = uploads.some(({ problem }) => problem !== null);
  return { uploads, refusals, ids, isUploading, hasFailed, add, remove, again: start, clear };
}

function there(attachment: Attachment, index: number): Upload {
  return { id: index + 1, name: attachment.name, size: attachment.size, sent: 1, attachment, problem: null };
}
