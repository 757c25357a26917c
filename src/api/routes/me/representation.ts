import type { z } from 'zod';
import type { personSchema } from '../../../contract/person';
import { findOrganization } from '../../../store/accounts/organizations';
import type { User } from '../../../store/accounts/users';
import type { Store } from '../../../store/store';

/** A person as they see themselves. Names each field, so that a new secret of the record can not slip out. */
export async function personView(store: Store, user: User): Promise<z.input<typeof personSchema>> {
  const { _id: id, email, name, phone, role, organizationId, createdAt, updatedAt } = user;
  const organization = organizationId === null ? null : await findOrganization(store, organizationId);
  return {
    id,
    email,
    name,
    phone,
    role,
    organization: organization && { id: organization._id, name: organization.name },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
