import { Modal, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useReturnedFocus } from '../../../ui/shortcuts/use-returned-focus';
import { Facts } from '../../parts/facts';
import { actionText } from './action-text';
import { AuditSubject, type AuditEntry } from './audit-subject';
import { PEOPLE_MESSAGES } from './messages';
import classes from './people.module.css';
import { PersonName } from './person-name';

/** One entry whole: before and after, from where, and its seal in the chain. */
export function AuditDialog({ entry, onClose }: { entry: AuditEntry; onClose: () => void }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  useReturnedFocus();
  const { seq, at, actor, action, target, requestId, details, hash } = entry;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      padding="lg"
      title={
        <Text component="span" size="lg" fw={700}>
          {`${t('people.audit.entry')} ${seq}`}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack>
        <Facts
          items={[
            [t('people.audit.at'), <Instant key="at" at={at} />],
            [t('people.audit.who'), <Actor key="who" actor={actor} />],
            [t('people.audit.action'), `${actionText(action, t)} (${action})`],
            [t('people.audit.on'), <AuditSubject key="on" target={target} />],
            [t('people.audit.from'), details?.address ?? '—'],
            [t('people.device'), details?.userAgent ?? '—'],
            [t('people.audit.request'), requestId],
            [t('people.audit.hash'), hash],
          ]}
        />
        {details === null ? (
          <Text>{t('people.audit.erased')}</Text>
        ) : (
          <>
            <Values title={t('people.audit.before')} value={details.before} />
            <Values title={t('people.audit.after')} value={details.after} />
          </>
        )}
      </Stack>
    </Modal>
  );
}

function Actor({ actor }: Pick<AuditEntry, 'actor'>): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  if (actor === null) return <>{t('people.audit.nobody')}</>;
  return (
    <>
      <PersonName id={actor.id} />
      {actor.apiKeyId !== null && ` (${t('people.audit.byKey')})`}
    </>
  );
}

function Values({ title, value }: { title: string; value: unknown }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const nothing = value === null || value === undefined;
  return (
    <section>
      <Title order={3} size="h5">
        {title}
      </Title>
      <pre className={classes['pre']} tabIndex={0} aria-label={title} role="group">
        {nothing ? t('people.audit.nothing') : JSON.stringify(value, null, 2)}
      </pre>
    </section>
  );
}
