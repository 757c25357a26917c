import { Kbd, Modal, Text, TextInput } from '@mantine/core';
import { useId, useState, useSyncExternalStore, type KeyboardEvent, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../../../ui/i18n/use-messages';
import { focusFirst } from '../../../ui/shortcuts/focus-first';
import { useReturnedFocus } from '../../../ui/shortcuts/use-returned-focus';
import { knownActions, onActions, type DeskAction } from './actions';
import { MESSAGES } from './messages';
import classes from './queue.module.css';
import { fold } from './fold';

/** Every action of the page by its name: the same that the buttons and the keys do. */
export function CommandPalette({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('queue.palette.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Palette onClose={onClose} />
    </Modal>
  );
}

function Palette({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const id = useId();
  const actions = useSyncExternalStore(onActions, knownActions);
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const words = fold(typed).split(/\s+/);
  const found = actions.filter(({ label }) => words.every((word) => fold(label).includes(word)));
  const active = found[Math.min(index, found.length - 1)];
  const run = (action: DeskAction | undefined): void => {
    if (!action) return;
    // First the focus goes back to where it was; from there the action may take it, before another key comes.
    flushSync(onClose);
    action.run();
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setIndex((before) => (Math.min(before, found.length - 1) + step + found.length) % found.length || 0);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(active);
    }
  };
  return (
    <div ref={focusFirst}>
      <TextInput
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={press}
        aria-label={t('queue.palette.search')}
        placeholder={t('queue.palette.search')}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={active && `${id}-${active.id}`}
      />
      {found.length === 0 && <Text mt="sm">{t('queue.palette.none')}</Text>}
      <ul id={id} role="listbox" aria-label={t('queue.palette.actions')} className={classes['palette']}>
        {found.map((action) => (
          <li
            key={action.id}
            id={`${id}-${action.id}`}
            role="option"
            aria-selected={action === active}
            className={classes['option']}
            ref={(element) => void (action === active && element?.scrollIntoView({ block: 'nearest' }))}
            onClick={() => run(action)}
          >
            <span>{action.label}</span>
            {action.key !== undefined && <Kbd aria-hidden>{action.key.replace('mod+', 'Ctrl ')}</Kbd>}
          </li>
        ))}
      </ul>
    </div>
  );
}
