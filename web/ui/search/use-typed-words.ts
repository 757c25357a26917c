import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/**
 * What stands in a search field whose words are in the address too: told when typing pauses, and taken from there when
 * something else has changed it, as the browser's back button does. On a busy machine the address comes back late with
 * what was typed here; it must not undo what has been typed since.
 * @param tell takes the words without blanks around them
 */
export function useTypedWords(
  inAddress: string,
  tell: (words: string) => void,
  pauseMs: number,
): [typed: string, type: (text: string) => void] {
  const [typed, setTyped] = useState(inAddress);
  const told = useRef<readonly string[]>([]);
  const find = useDebouncedCallback((words: string) => {
    told.current = [...told.current, words];
    tell(words);
  }, pauseMs);
  useEffect(() => {
    const own = told.current.indexOf(inAddress);
    told.current = own === -1 ? [] : told.current.slice(own + 1);
    if (own === -1) setTyped(inAddress);
  }, [inAddress]);
  return [
    typed,
    (text) => {
      setTyped(text);
      find(text.trim());
    },
  ];
}
