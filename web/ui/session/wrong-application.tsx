import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Frame } from '../shell/frame';
import { Page } from '../shell/page';
import type { Application } from './application';

/** Clients belong in the Sitio de clientes, staff in the console. */
export function WrongApplication({ audience }: Pick<Application, 'audience'>): ReactElement {
  const { t } = useMessages();
  const toConsole = audience === 'clients';
  return (
    <Frame>
      <Page title={t('ui.wrongApplication.title')}>
        <Button component="a" href={toConsole ? '/consola' : '/'}>
          {t(toConsole ? 'ui.wrongApplication.toConsole' : 'ui.wrongApplication.toPortal')}
        </Button>
      </Page>
    </Frame>
  );
}
