import type { Connection, Model } from 'mongoose';
import type { Product } from '../../domain/coverage/product';
import { findByKey, insertByKey } from '../mongo/by-key';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { changeVersion, versionOf, type Versioned } from '../mongo/versions';

export type ProductDocument = Omit<Product, 'id'> & Versioned;

/** The part of the store that holds them. */
export type ProductsStore = Holds<'products', ProductDocument>;

/** `version` counts the changes of the record; the release that gets support is `currentVersion`. */
export type ProductRecord = Product & { readonly version: number };

export function productModel(connection: Connection): Model<ProductDocument> {
  const schema = strictSchema('products', {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    currentVersion: { type: String, required: true },
    providedByUs: { type: Boolean, required: true },
    version: { type: Number },
  });
  return collection(connection, 'Product', schema);
}

/** What e-Optics provides first, then by name. */
export async function listProducts(store: ProductsStore): Promise<ProductRecord[]> {
  const products = await store.products.find().lean<ProductDocument[]>().exec();
  return products
    .map(read)
    .sort((a, b) => Number(b.providedByUs) - Number(a.providedByUs) || a.name.localeCompare(b.name, 'es'));
}

export async function findProduct(store: ProductsStore, id: string): Promise<ProductRecord | null> {
  const found = await findByKey(store.products, id);
  return found && read(found);
}

/**
 * Adds a product, or makes the next version of the one of its id: a new release is a new `currentVersion`.
 * @param judge is told the version that the product has, 0 while there is none
 * @throws what `judge` throws; nothing is written then
 */
export async function putProduct(
  store: ProductsStore,
  product: Product,
  judge: (present: { version: number }) => void = () => undefined,
): Promise<ProductRecord> {
  const { id, name, currentVersion, providedByUs } = product;
  const fields = { name, currentVersion, providedByUs };
  const changed = await changeVersion(store.products, id, (present) => {
    judge({ version: versionOf(present) });
    return fields;
  });
  if (changed) return read(changed);
  judge({ version: 0 });
  if (await insertByKey(store.products, { _id: id, ...fields })) return { ...product, version: 1 };
  // Of two that add it at once the second finds it there, as if it had come first.
  return putProduct(store, product, judge);
}

function read({ _id, name, currentVersion, providedByUs, version }: ProductDocument): ProductRecord {
  return { id: _id, name, currentVersion, providedByUs, version: versionOf({ version }) };
}
