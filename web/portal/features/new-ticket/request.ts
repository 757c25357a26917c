import type { Attachment, Catalog, Person } from '../../../ui/api/types';
import { fromLocalField } from '../ticket/moment';
import type { Contact } from '../ticket/contact-fields';

/** What somebody is about to register, as far as they have come. */
export interface Request {
  step: 1 | 2 | 3;
  subject: string;
  type: string;
  description: string;
  /** As a `datetime-local` field has it. */
  when: string;
  product: string;
  version: string;
  screen: string;
  /** Of the customer's branches; absent in older drafts, empty for none. */
  branchId?: string;
  /** Null: as in the profile. */
  contact: Contact | null;
  attachments: Attachment[];
}

export type CatalogType = Catalog['types'][number];

/** What the product's Menú > Ayuda says in the address; never who somebody is. */
export function emptyRequest(params: URLSearchParams, description: string): Request {
  return {
    step: 1,
    subject: '',
    type: '',
    description,
    when: '',
    product: params.get('product') ?? '',
    version: (params.get('version') ?? '').slice(0, 50),
    screen: (params.get('screen') ?? '').slice(0, 200),
    contact: null,
    attachments: [],
  };
}

/** The chosen product; that of e-Optics when none has been chosen, or one that is not known. */
export function productOf(
  { product }: Request,
  { products }: Catalog,
): Catalog['products'][number] | undefined {
  return products.find(({ id }) => id === product) ?? products.find(({ providedByUs }) => providedByUs);
}

export function typeOf({ type }: Request, { types }: Catalog): CatalogType | undefined {
  return types.find(({ id }) => id === type);
}

export function contactOf({ contact }: Request, me: Person): Contact {
  return contact ?? { name: me.name, email: me.email, phone: me.phone ?? '' };
}

/** Body of `POST /tickets`. */
export interface RegistrationBody {
  subject: string;
  description: string;
  type: string;
  product: string;
  productVersion: string;
  contact: Contact;
  branchId?: string;
  incidentAt?: string;
  attachmentIds?: string[];
  follows?: string;
}

/** @param screenLine how the screen is told below the description; empty without one */
export function bodyOf(
  request: Request,
  { catalog, me, follows, screenLine }: { catalog: Catalog; me: Person; follows: string; screenLine: string },
): RegistrationBody {
  const product = productOf(request, catalog);
  const isProblem = typeOf(request, catalog)?.problem ?? false;
  const at = fromLocalField(request.when);
  const { name, email, phone } = contactOf(request, me);
  return {
    subject: request.subject.trim(),
    description: screenLine === '' ? request.description : `${request.description}\n\n${screenLine}`,
    type: request.type,
    product: product?.id ?? request.product,
    productVersion: versionOf(request, catalog),
    contact: { name: name.trim(), email: email.trim(), phone: phone.trim() },
    ...(request.branchId && { branchId: request.branchId }),
    ...(isProblem && at !== null && { incidentAt: at }),
    ...(request.attachments.length > 0 && { attachmentIds: request.attachments.map(({ id }) => id) }),
    ...(follows !== '' && { follows }),
  };
}

/** The version that was given; the current one otherwise. */
export function versionOf(request: Request, catalog: Catalog): string {
  return request.version.trim() || (productOf(request, catalog)?.currentVersion ?? '');
}
