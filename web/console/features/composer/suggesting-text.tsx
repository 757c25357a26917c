import { Textarea } from '@mantine/core';
import { useId, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { putText } from '../../parts/put-text';
import classes from './composer.module.css';
import { MESSAGES } from './messages';
import type { Suggestion } from './suggestions';

/** A text field that offers what `/` and `@` may stand for: arrows choose, Enter or Tab takes, Escape goes on typing. */
export function SuggestingText({
  field,
  label,
  placeholder,
  value,
  held,
  onChange,
  suggest,
  onSubmit,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder: string;
  value: string;
  /** Shown, and not to be changed: it keeps the focus, so that no letter is taken for a key of the page. */
  held: boolean;
  onChange: (text: string) => void;
  suggest: (text: string, caret: number) => { from: number; items: Suggestion[] } | null;
  onSubmit: () => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [index, setIndex] = useState(0);
  const [shut, setShut] = useState(true);
  const found = shut ? null : suggest(value, caret);
  const active = found?.items[Math.min(index, found.items.length - 1)];
  const take = (suggestion: Suggestion): void => {
    if (found === null || field.current === null) return;
    putText(field.current, suggestion.text, [found.from, caret], onChange);
    setShut(true);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
      return;
    }
    // From here on letters are the ticket's keys again.
    if (found === null && event.key === 'Escape') event.currentTarget.blur();
    if (found === null || active === undefined) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setIndex((index + step + found.items.length) % found.items.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(active);
    else if (event.key === 'Escape') setShut(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes['writing']}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={placeholder}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={20_000}
        value={value}
        readOnly={held}
        onKeyDown={press}
        onChange={(event) => {
          setCaret(event.currentTarget.selectionStart);
          setIndex(0);
          setShut(false);
          onChange(event.currentTarget.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        aria-controls={found === null ? undefined : id}
        aria-autocomplete="list"
        aria-activedescendant={active && `${id}-${active.id}`}
      />
      {found !== null && (
        <ul id={id} role="listbox" aria-label={t('composer.suggestions')} className={classes['suggestions']}>
          {found.items.map((suggestion) => (
            <li
              key={suggestion.id}
              id={`${id}-${suggestion.id}`}
              role="option"
              aria-selected={suggestion === active}
              onMouseDown={(event) => {
                event.preventDefault();
                take(suggestion);
              }}
            >
              <span>{suggestion.label}</span>
              <span className={classes['detail']}>{suggestion.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
