import type { Connection, Model } from 'mongoose';
import type { Product } from '../../domain/coverage/product';
import { findByKey } from '../mongo/by-key';
import { collection, strictSchema } from '../mongo/collection';
import { ignoringDuplicates } from '../mongo/duplicate-key';
import type { Store } from '../store';

export type ProductDocument = Omit<Product, 'id'> & { readonly _id: string };

export function productModel(connection: Connection): Model<ProductDocument> {
  const schema = strictSchema('products', {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    currentVersion: { type: String, required: true },
    providedByUs: { type: Boolean, required: true },
  });
  return collection(connection, 'Product', schema);
}

/** What e-Optics provides first, then by name. */
export async function listProducts(store: Store): Promise<Product[]> {
  const products = await store.products.find().lean<ProductDocument[]>().exec();
  return products
    .map(read)
    .sort((a, b) => Number(b.providedByUs) - Number(a.providedByUs) || a.name.localeCompare(b.name, 'es'));
}

export async function findProduct(store: Store, id: string): Promise<Product | null> {
  const found = await findByKey(store.products, id);
  return found && read(found);
}

/** Adds a product, or replaces the one of its id: a new release is a new `currentVersion`. */
export async function putProduct(store: Store, { id, ...product }: Product): Promise<void> {
  // Of two that add it at once the second finds it there, as if it had come first.
  await ignoringDuplicates(
    store.products.replaceOne({ _id: id }, { _id: id, ...product }, { upsert: true }).exec(),
  );
}

function read({ _id, name, currentVersion, providedByUs }: ProductDocument): Product {
  return { id: _id, name, currentVersion, providedByUs };
}
