import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { switchLanguage } from '../i18n/start-messages';
import { useMessages } from '../i18n/use-messages';

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
      lang={other}
      onClick={() => void switchLanguage(other)}
    >
      {NAMES[other]}
    </Button>
  );
}
