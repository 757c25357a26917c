import { fold } from '../queue/fold';
import type { Agent } from '../assignment/use-agents';
import type { CannedText } from './use-canned-replies';

/** Something that may take the place of what is being typed. */
export interface Suggestion {
  id: string;
  label: string;
  detail: string;
  /** What it puts there. */
  text: string;
}

const MOST = 8;

/** What `/…` or `@…` before the caret may stand for; `from` is where it begins. Null while neither is typed. */
export function suggestionsFor(
  text: string,
  caret: number,
  replies: readonly CannedText[],
  agents: readonly Agent[],
): { from: number; items: Suggestion[] } | null {
  const typed = /(^|\s)([/@])([\p{L}\p{N}-]*)$/u.exec(text.slice(0, caret));
  if (typed === null) return null;
  const [, , sign = '', word = ''] = typed;
  const from = caret - word.length - sign.length;
  const items = sign === '/' ? cannedOf(word, replies) : mentionsOf(word, agents);
  return items.length === 0 ? null : { from, items };
}

/** Ids of the agents whom a note names with `@`. */
export function mentionedIn(text: string, agents: readonly Agent[]): string[] {
  return agents.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
}

function cannedOf(word: string, replies: readonly CannedText[]): Suggestion[] {
  const wanted = fold(word);
  return replies
    .filter(({ shortcut, title }) => shortcut.startsWith(wanted) || fold(title).includes(wanted))
    .slice(0, MOST)
    .map(({ id, title, shortcut, text }) => ({ id, label: title, detail: `/${shortcut}`, text }));
}

function mentionsOf(word: string, agents: readonly Agent[]): Suggestion[] {
  const wanted = fold(word);
  return agents
    .filter(({ name }) =>
      fold(name)
        .split(' ')
        .some((part) => part.startsWith(wanted)),
    )
    .slice(0, MOST)
    .map(({ id, name, email }) => ({ id, label: name, detail: email, text: `@${name} ` }));
}
