import { flushSync } from 'react-dom';

/**
 * Puts a text in place of a part of what a field holds; one goes on writing behind it. At once: what is typed before
 * the next frame would stand before it.
 * @param part from where to where, in UTF-16 units, as a field tells its selection
 * @param write takes the whole text that the field holds then
 */
export function putText(
  field: HTMLTextAreaElement,
  text: string,
  [from, to]: readonly [number, number],
  write: (whole: string) => void,
): void {
  const { value } = field;
  flushSync(() => write(value.slice(0, from) + text + value.slice(to)));
  field.focus();
  field.setSelectionRange(from + text.length, from + text.length);
}
