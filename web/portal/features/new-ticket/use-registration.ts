import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { Catalog, Person, Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import type { Attachments } from '../../../ui/attachments/use-attachments';
import { useDraft, type DraftOf } from '../../../ui/drafts/use-draft';
import { fieldErrors, type FieldErrors } from '../../../ui/feedback/field-errors';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { useKeptAttachments } from '../ticket/use-kept-attachments';
import { NEW_TICKET_PAGE } from './messages';
import { bodyOf, emptyRequest, type RegistrationBody, type Request } from './request';
import { stepErrors, stepOfField } from './step-errors';

/** What a registration begins from. */
export interface RegistrationStart {
  catalog: Catalog;
  me: Person;
  /** Folio of the closed ticket that it follows; empty for none. */
  follows: string;
  params: URLSearchParams;
  description: string;
}

export interface RegistrationForm {
  request: Request;
  draft: Pick<DraftOf<Request>, 'restored' | 'clear'>;
  attachments: Attachments;
  errors: FieldErrors;
  command: UseMutationResult<Ticket, ApiProblem, RegistrationBody>;
  change: (news: Partial<Request>) => void;
  /** To a step; forward only past what is complete. */
  go: (step: Request['step']) => void;
  send: () => void;
}

const FILES = 'attachmentIds';

/** Refusals of which the fields say all. */
const FIELD_CODES = ['invalid_request', 'incident_in_future', 'incident_required', 'unknown_branch'];

/** A registration from its first letter to its folio: kept in this browser, sent once however often it is sent. */
export function useRegistration({
  catalog,
  me,
  follows,
  params,
  description,
}: RegistrationStart): RegistrationForm {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const name = follows === '' ? 'new-ticket' : `new-ticket:${follows}`;
  const first = emptyRequest(params, description);
  const draft = useDraft<Request>(name, first);
  const [errors, setErrors] = useState<FieldErrors>({});
  // The address says where the person is now; an earlier draft only where they were.
  const request = draft.restored ? completed(draft.value, first) : draft.value;
  const change = (news: Partial<Request>): void => {
    draft.change({ ...request, ...news });
    setErrors((shown) => without(shown, news));
  };
  const attachments = useKeptAttachments(request.attachments, (kept) =>
    draft.change((now) => ({ ...now, attachments: kept })),
  );
  const clear = (): void => {
    draft.clear();
    attachments.clear();
    setErrors({});
  };
  const command = useCommand<RegistrationBody, Ticket>({
    name,
    stales: [queryKeys.lists],
    send: (body, header) => api.POST('/tickets', { params: { header }, body }),
    onDone: clear,
  });
  const { isUploading, hasFailed } = attachments;
  const filesError = isUploading
    ? t('newTicket.files.uploading')
    : hasFailed
      ? t('newTicket.files.unsent')
      : null;
  const check = (step: Request['step']): boolean => {
    const found = stepErrors(request, step, { catalog, me, t });
    setErrors(found);
    return Object.keys(found).length === 0;
  };
  return {
    request,
    draft: { restored: draft.restored, clear },
    attachments,
    errors: filesError === null ? withoutField(errors, FILES) : errors,
    command,
    change,
    go(step) {
      if (step > request.step && !check(request.step)) return;
      if (step < request.step) setErrors({});
      change({ step });
    },
    send() {
      if (!check(3)) return;
      if (filesError !== null) return setErrors({ [FILES]: filesError });
      const screen = request.screen.trim();
      const screenLine = screen === '' ? '' : t('newTicket.screen.line', { screen });
      command.mutate(bodyOf(request, { catalog, me, follows, screenLine }), {
        onError: (problem) => {
          // Other refusals have a sentence of their own that says more than "check this field".
          const refused = FIELD_CODES.includes(problem.code) ? fieldErrors(problem, t) : {};
          const [path] = Object.keys(refused);
          setErrors(refused);
          if (path !== undefined) draft.change({ ...request, step: stepOfField(path) });
        },
      });
    },
  };
}

function completed(draft: Request, first: Request): Request {
  return {
    ...draft,
    product: first.product || draft.product,
    version: draft.version || first.version,
    screen: draft.screen || first.screen,
    description: draft.description || first.description,
  };
}

/** What is being corrected no longer counts as wrong. */
function without(errors: FieldErrors, news: Partial<Request>): FieldErrors {
  const fields: Record<string, string> = { when: 'incidentAt', version: 'productVersion' };
  const changed = Object.keys(news).map((field) => fields[field] ?? field);
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => !changed.includes(path.split('.')[0] ?? path)),
  );
}

function withoutField(errors: FieldErrors, field: string): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([path]) => path !== field));
}
