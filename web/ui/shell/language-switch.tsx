import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { switchLanguage } from '../i18n/start-messages';
import { useMessages } from '../i18n/use-messages';
import styles from './frame.module.css';

const NAMES = { es: 'Español', en: 'English' } as const;

/** Offers the other of the two languages, by its own name. */
export function LanguageSwitch(): ReactElement {
  const { language } = useMessages();
  const other = language === 'es' ? 'en' : 'es';
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      px="xs"
      lang={other}
      aria-label={NAMES[other]}
      onClick={() => void switchLanguage(other)}
    >
      <span className={styles.long}>{NAMES[other]}</span>
      <span className={styles.short}>{other.toUpperCase()}</span>
    </Button>
  );
}
