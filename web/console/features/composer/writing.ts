import type { Attachment } from '../../../ui/api/types';
import type { ComposerMode } from './modes';

/** What is being written on a ticket. What is for support only is kept apart from what the client is to read. */
export interface Writing {
  mode: ComposerMode;
  publicText: string;
  noteText: string;
  /** One per line. */
  steps: string;
  origin: string;
  files: Attachment[];
  /** Version of the ticket that the writer had read when they began; 0 while nothing is written. */
  readVersion: number;
}

export const NOTHING: Writing = {
  mode: 'reply',
  publicText: '',
  noteText: '',
  steps: '',
  origin: '',
  files: [],
  readVersion: 0,
};

export function textOf({ mode, publicText, noteText }: Writing): string {
  return mode === 'note' ? noteText : publicText;
}

export function withText(writing: Writing, text: string): Writing {
  return writing.mode === 'note' ? { ...writing, noteText: text } : { ...writing, publicText: text };
}

/** What is left once it has been sent: the other of the two texts stays. */
export function afterSending(writing: Writing): Writing | null {
  if (writing.mode === 'note')
    return writing.publicText === '' ? null : { ...writing, noteText: '', mode: 'reply' };
  return writing.noteText === '' ? null : { ...NOTHING, noteText: writing.noteText, mode: 'note' };
}
