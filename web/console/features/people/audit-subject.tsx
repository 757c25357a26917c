import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { components } from '../../../ui/api/schema';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useOrganization } from '../../parts/use-organization';
import { AUDIT } from './audit-messages';
import { PEOPLE_MESSAGES } from './messages';
import { PersonName } from './person-name';

export type AuditEntry = components['schemas']['AuditEntry'];

/** Kinds that stand for somebody, by the id of their account. */
const OF_PEOPLE = ['person', 'agent', 'second_factor'];

/** On what something was done, by its name where it has one. */
export function AuditSubject({ target: { kind, id } }: Pick<AuditEntry, 'target'>): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  if (OF_PEOPLE.includes(kind))
    return (
      <Anchor component={Link} to={`/personas/cuentas/${id}`} inherit>
        <PersonName id={id} />
      </Anchor>
    );
  if (kind === 'organization') return <Customer id={id} />;
  const key = `people.audit.kind.${kind}`;
  return <>{`${isKnown(key) ? t(key) : kind} ${id}`}</>;
}

function Customer({ id }: { id: string }): ReactElement {
  const { data } = useOrganization(id);
  return (
    <Anchor component={Link} to={`/clientes/${id}`} inherit>
      {data?.name ?? id}
    </Anchor>
  );
}

function isKnown(key: string): key is Extract<keyof typeof AUDIT.es, `people.audit.kind.${string}`> {
  return key in AUDIT.es;
}
