import { firstAttentionDue } from '../../activities/deadlines';
import type { Actor } from '../../domain/actor';
import { localDate } from '../../domain/business-time/local-date';
import type { VersionedCalendar } from '../../domain/calendar';
import { judgeCoverage, type CoverageEvidence } from '../../domain/coverage/judge-coverage';
import { typeRule, type SupportPolicy } from '../../domain/policy/support-policy';
import type { Contact } from '../../domain/ticket/ticket';
import { findCalendar } from '../../store/accounts/calendars';
import { findOrganization } from '../../store/accounts/organizations';
import { findPolicy } from '../../store/accounts/policies';
import { findProduct } from '../../store/accounts/products';
import { keepRefusal } from '../../store/accounts/refusals';
import { noteFollowUp } from '../../store/tickets/follow-ups';
import { findIntakeByCommand, keepIntake, type IntakeDocument } from '../../store/tickets/intakes';
import { ApiError } from '../problems/api-error';
import { reserveFor } from './claim-attachments';
import type { Deps } from '../deps';

/** A registration request whose form has been checked and whose people are known. */
export interface TicketRequest {
  subject: string;
  description: string;
  type: string;
  product: string;
  productVersion: string;
  incidentAt?: string;
  contact: Contact;
  attachmentIds: string[];
  follows: string | null;
  organizationId: string;
  requesterId: string;
  branchId: string | null;
  onBehalfReason: string | null;
  actor: Actor;
  commandId: string;
  bodyHash: string;
}

/**
 * Registers a ticket: judges coverage, pins policy and calendar, keeps the intake, and lets its workflow start in
 * the background. The ticket exists when this returns, whatever happens to the engine.
 * @throws ApiError with the field or the coverage rule at fault; nothing is kept then
 */
export async function acceptTicket(deps: Deps, request: TicketRequest): Promise<IntakeDocument> {
  // A repeated request finds its registration by the unique key that it can not insert again. Only what would leave a
  // trace of its own, or be refused by now, has to look first.
  const before = request.follows ? await findIntakeByCommand(deps.store, request.commandId) : null;
  if (before) return sameBody(before, request);
  try {
    return await register(deps, request);
  } catch (error) {
    const earlier = error instanceof ApiError && (await findIntakeByCommand(deps.store, request.commandId));
    if (!earlier) throw error;
    return sameBody(earlier, request);
  }
}

async function register(deps: Deps, request: TicketRequest): Promise<IntakeDocument> {
  const { store } = deps;
  const now = deps.clock();
  const policy = await currentPolicy(deps);
  const calendar = await currentCalendar(deps, policy);
  const incidentAt = incidentOf(request, policy, now.toISOString());
  const coverage = await coverageOf(deps, request, localDate(now, calendar.timeZone));
  const { attachmentIds: ids, actor, commandId } = request;
  // A repeated request whose files its ticket has already is told of that ticket below.
  await reserveFor(deps, { ids, uploaderId: actor.id, commandId });
  const folio = await deps.folios.next();
  const key = await deps.ticketKeys?.mint(folio, request.organizationId);
  if (request.follows) await noteFollowUp(store, request.follows, folio);
  const intake = await keepIntake(store, {
    _id: folio,
    commandId: request.commandId,
    bodyHash: request.bodyHash,
    state: 'pending',
    organizationId: request.organizationId,
    createdAt: now.toISOString(),
    input: inputOf(request, { registeredAt: now.toISOString(), incidentAt, coverage, policy, calendar }),
    ...(key && { key }),
  });
  deps.ticketKeys?.admit(intake._id, intake.key);
  deps.starter.offer(intake);
  return sameBody(intake, request);
}

function sameBody(intake: IntakeDocument, { bodyHash }: TicketRequest): IntakeDocument {
  if (intake.bodyHash !== bodyHash) throw new ApiError('idempotency_key_reused');
  return intake;
}

/** Required for problems; for questions and requests it is not asked and equals the registration. */
function incidentOf({ type, incidentAt }: TicketRequest, policy: SupportPolicy, now: string): string {
  const rule = typeRule(policy, type);
  if (!rule) throw new ApiError('unknown_type', 'type');
  if (incidentAt === undefined) {
    if (rule.problem) throw new ApiError('incident_required', 'incidentAt');
    return now;
  }
  if (incidentAt > now) throw new ApiError('incident_in_future', 'incidentAt');
  return incidentAt;
}

async function coverageOf(
  { store, logger, clock }: Deps,
  request: TicketRequest,
  today: string,
): Promise<CoverageEvidence> {
  const [organization, product] = await Promise.all([
    findOrganization(store, request.organizationId),
    findProduct(store, request.product),
  ]);
  const judgement = judgeCoverage({
    contracts: organization?.contracts ?? [],
    products: product ? [product] : [],
    productId: request.product,
    productVersion: request.productVersion,
    localDate: today,
  });
  if (judgement.ok) return judgement.evidence;
  const { code, evidence } = judgement;
  const { organizationId, requesterId: personId, commandId, product: asked } = request;
  const refusal = { organizationId, personId, commandId, product: asked, code, evidence };
  // For the people who renew contracts. The refusal stands whether or not it could be kept.
  await keepRefusal(store, refusal, clock()).catch((error: unknown) =>
    logger.warn({ err: error, organizationId, code }, 'refusal not kept'),
  );
  logger.info({ organizationId, code, reason: evidence.reason }, 'registration refused');
  throw new ApiError(judgement.code, FIELD_OF[judgement.code]);
}

const FIELD_OF = {
  product_not_covered: 'product',
  contract_not_in_force: 'product',
  version_not_supported: 'productVersion',
} as const;

async function currentPolicy({ store }: Deps): Promise<SupportPolicy> {
  const policy = await findPolicy(store);
  if (!policy) throw new ApiError('service_unavailable');
  return policy;
}

async function currentCalendar({ store }: Deps, policy: SupportPolicy): Promise<VersionedCalendar> {
  const calendar = await findCalendar(store, policy.calendarId);
  if (!calendar) throw new ApiError('service_unavailable');
  return calendar;
}

interface Pinned {
  registeredAt: string;
  incidentAt: string;
  coverage: CoverageEvidence;
  policy: SupportPolicy;
  calendar: VersionedCalendar;
}

function inputOf(request: TicketRequest, pinned: Pinned): IntakeDocument['input'] {
  const { actor, commandId, subject, description, type, product, productVersion, contact } = request;
  const { registeredAt, incidentAt, coverage, policy, calendar } = pinned;
  const { organizationId, requesterId, branchId, attachmentIds, onBehalfReason, follows } = request;
  return {
    registeredAt,
    actor,
    commandId,
    registration: {
      subject,
      description,
      type,
      product,
      productVersion,
      incidentAt,
      contact,
      organizationId,
      requesterId,
      branchId,
      attachmentIds,
      onBehalfReason,
      follows,
      splitFrom: null,
      coverage,
      policyVersion: policy.version,
      calendar: { id: calendar.id, version: calendar.version },
      firstAttentionDue: firstAttentionDue({ type, from: registeredAt }, policy, calendar),
    },
  };
}
