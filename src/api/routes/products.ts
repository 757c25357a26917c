import type { PRODUCT_ROUTES } from '../../contract/products';
import { listProducts, putProduct } from '../../store/accounts/products';
import type { HandlersOf } from '../handler';
import { assertSeen, versionTagOf } from '../http/edited-version';

export const productHandlers: HandlersOf<typeof PRODUCT_ROUTES> = {
  async listProducts(_request, { store }) {
    return { status: 200, body: { items: await listProducts(store), nextCursor: null } };
  },

  async putProduct(request, { store }) {
    const given = { id: request.params.id, ...request.body };
    const product = await putProduct(store, given, (present) => assertSeen(request, present));
    return { status: 200, body: product, headers: versionTagOf(product) };
  },
};
