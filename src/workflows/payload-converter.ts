import { defaultPayloadConverter, type PayloadConverter } from '@temporalio/common';

/**
 * Reads what it can and takes what it can not for nothing. A signal whose payload does not decode would otherwise
 * fail the workflow task for ever, and with it everything the ticket still has to do; now its handler sees
 * `undefined`, which every handler has to refuse anyway. Bundled with the workflows (`payloadConverterPath`).
 */
export const payloadConverter: PayloadConverter = {
  toPayload: (value, context) => defaultPayloadConverter.toPayload(value, context),
  fromPayload<T>(payload: Parameters<PayloadConverter['fromPayload']>[0]): T {
    try {
      return defaultPayloadConverter.fromPayload<T>(payload);
    } catch {
      return undefined as T;
    }
  },
};
