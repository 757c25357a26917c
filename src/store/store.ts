import { createConnection, type Connection } from 'mongoose';
import { accountCollections, type AccountCollections } from './accounts/collections';
import { agentModel } from './desk/agents';
import { answerModel } from './tickets/answers';
import { archiveModel } from './tickets/archive';
import { cannedReplyModel } from './desk/canned-replies';
import { erasureModel } from './erasures/erasures';
import { eventModel } from './tickets/events';
import { folioCounterModel } from './tickets/folio-counter';
import { followUpModel } from './tickets/follow-ups';
import { inboxModel } from './tickets/inbox-document';
import { incidentLinkModel, incidentModel, incidentUpdateModel } from './desk/incidents';
import { intakeModel } from './tickets/intakes';
import { mendDriverWrites } from './mongo/mend-driver-writes';
import { noticeModel } from './notices/notices';
import { presenceModel } from './desk/presence';
import { reportDayModel } from './desk/report-days';
import { reportFactModel } from './desk/report-facts';
import { organizationKeyModel } from './tickets/organization-keys';
import { sessionCollections, type SessionCollections } from './remote-sessions/session-collections';
import { ticketModel } from './tickets/tickets';
import { waiterModel } from './tickets/waiters';

/** Everything the service keeps in MongoDB, one model per collection. */
export type Store = ReturnType<typeof ticketCollections> &
  AccountCollections &
  SessionCollections & { connection: Connection; close(): Promise<void> };

/** How long an operation looks for a server before it fails: a person is waiting for an honest answer. */
const SERVER_SELECTION_MS = 2_000;

/**
 * Connects to MongoDB and makes sure of the indexes.
 * @param uri a connection string with its database name
 * @throws when no server answers within two seconds
 */
export async function openStore(uri: string): Promise<Store> {
  mendDriverWrites();
  const connection = createConnection(uri, {
    serverSelectionTimeoutMS: SERVER_SELECTION_MS,
    connectTimeoutMS: SERVER_SELECTION_MS,
    socketTimeoutMS: 10_000,
    waitQueueTimeoutMS: SERVER_SELECTION_MS,
    maxPoolSize: 30,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    // What was answered must survive the loss of a node (intake, inbox, answers).
    writeConcern: { w: 'majority', journal: true },
  });
  await connection.asPromise();
  const store: Store = {
    ...ticketCollections(connection),
    ...accountCollections(connection),
    ...sessionCollections(connection),
    connection,
    close: () => connection.close(),
  };
  await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()));
  return store;
}

function ticketCollections(connection: Connection): {
  tickets: ReturnType<typeof ticketModel>;
  archive: ReturnType<typeof archiveModel>;
  events: ReturnType<typeof eventModel>;
  intakes: ReturnType<typeof intakeModel>;
  followUps: ReturnType<typeof followUpModel>;
  inboxes: ReturnType<typeof inboxModel>;
  answers: ReturnType<typeof answerModel>;
  folioCounter: ReturnType<typeof folioCounterModel>;
  agents: ReturnType<typeof agentModel>;
  waiters: ReturnType<typeof waiterModel>;
  notices: ReturnType<typeof noticeModel>;
  organizationKeys: ReturnType<typeof organizationKeyModel>;
  presence: ReturnType<typeof presenceModel>;
  cannedReplies: ReturnType<typeof cannedReplyModel>;
  incidents: ReturnType<typeof incidentModel>;
  incidentLinks: ReturnType<typeof incidentLinkModel>;
  incidentUpdates: ReturnType<typeof incidentUpdateModel>;
  erasures: ReturnType<typeof erasureModel>;
  reportFacts: ReturnType<typeof reportFactModel>;
  reportDays: ReturnType<typeof reportDayModel>;
} {
  return {
    tickets: ticketModel(connection),
    archive: archiveModel(connection),
    events: eventModel(connection),
    intakes: intakeModel(connection),
    followUps: followUpModel(connection),
    inboxes: inboxModel(connection),
    answers: answerModel(connection),
    folioCounter: folioCounterModel(connection),
    agents: agentModel(connection),
    waiters: waiterModel(connection),
    notices: noticeModel(connection),
    organizationKeys: organizationKeyModel(connection),
    presence: presenceModel(connection),
    cannedReplies: cannedReplyModel(connection),
    incidents: incidentModel(connection),
    incidentLinks: incidentLinkModel(connection),
    incidentUpdates: incidentUpdateModel(connection),
    erasures: erasureModel(connection),
    reportFacts: reportFactModel(connection),
    reportDays: reportDayModel(connection),
  };
}
