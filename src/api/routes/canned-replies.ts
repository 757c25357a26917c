import type { z } from 'zod';
import type { CANNED_REPLY_ROUTES } from '../../contract/canned-replies';
import { isStaff } from '../../domain/access/role';
import { TICKET_TYPES } from '../../domain/classification/ticket-types';
import {
  addCannedReply,
  changeCannedReply,
  findCannedReply,
  listCannedReplies,
  removeCannedReply,
  type CannedReply,
} from '../../store/desk/canned-replies';
import { versionOf } from '../../store/mongo/versions';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import { assertSeen, versionTagOf } from '../http/edited-version';
import type { Principal } from '../principal';
import { comparePlaces, pageOfAll, type Place } from './account-page';

export const cannedReplyHandlers: HandlersOf<typeof CANNED_REPLY_ROUTES> = {
  async listCannedReplies({ query }, { store }) {
    const { type } = query;
    const all = await listCannedReplies(store);
    const fitting = all.filter((reply) => type === undefined || reply.type === null || reply.type === type);
    const sorted = fitting.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
    return { status: 200, body: pageOfAll('canned', sorted, query, { place: placeOf, show: cannedView }) };
  },

  async addCannedReply({ body, commandId }, { store, clock }) {
    assertKnownType(body.type);
    const reply =
      (await addCannedReply(store, { ...body, _id: commandId }, clock())) ??
      (await findCannedReply(store, commandId));
    if (reply === null) throw new ApiError('already_exists', 'shortcut');
    return { status: 201, ...answer(reply) };
  },

  changeCannedReply: onRecord(find, async (request, { store, clock }) => {
    const { params, body } = request;
    assertKnownType(body.type ?? null);
    const checked = (before: CannedReply): typeof body => {
      assertSeen(request, cannedView(before));
      return body;
    };
    const reply = await changeCannedReply(store, params.id, checked, clock());
    if (reply === 'taken') throw new ApiError('already_exists', 'shortcut');
    if (reply === null) throw new ApiError('not_found');
    return { status: 200, ...answer(reply) };
  }),

  removeCannedReply: onRecord(find, async (request, { store }) => {
    const judge = (present: CannedReply): void => assertSeen(request, cannedView(present));
    if (!(await removeCannedReply(store, request.params.id, judge))) throw new ApiError('not_found');
    return { status: 204 };
  }),
};

async function find(
  principal: Principal,
  { id }: { id: string },
  { store }: Deps,
): Promise<CannedReply | null> {
  return isStaff(principal.role) ? findCannedReply(store, id) : null;
}

function assertKnownType(type: string | null): void {
  if (type !== null && !TICKET_TYPES.some(({ id }) => id === type))
    throw new ApiError('unknown_type', 'type');
}

function placeOf({ title, _id }: CannedReply): Place {
  return [title, _id];
}

type CannedReplyView = z.input<(typeof CANNED_REPLY_ROUTES)[1]['answers'][0]['schema']>;

function cannedView({ _id: id, createdAt, updatedAt, version, ...text }: CannedReply): CannedReplyView {
  const dates = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, ...text, ...dates, version: versionOf({ version }) };
}

function answer(reply: CannedReply): { body: CannedReplyView; headers: { ETag: string } } {
  const body = cannedView(reply);
  return { body, headers: versionTagOf(body) };
}
