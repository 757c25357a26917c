import type { PRODUCT_ROUTES } from '../../contract/products';
import { listProducts, putProduct } from '../../store/accounts/products';
import type { HandlersOf } from '../handler';

export const productHandlers: HandlersOf<typeof PRODUCT_ROUTES> = {
  async listProducts(_request, { store }) {
    return { status: 200, body: { items: await listProducts(store), nextCursor: null } };
  },

  async putProduct({ params: { id }, body }, { store }) {
    const product = { id, ...body };
    await putProduct(store, product);
    return { status: 200, body: product };
  },
};
