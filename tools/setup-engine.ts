import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { SEARCH_ATTRIBUTES } from '../src/workflows/search-attributes';
import { registerSearchAttributes } from './toolchain/register-search-attributes';
import { waitUntil } from './toolchain/wait-until';
import { runMain } from './toolchain/run-main';

export interface EngineSetup {
  namespace: 'made' | 'present';
  /** Search attributes that were added. */
  added: string[];
}

/** Codes of gRPC. */
const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const UNIMPLEMENTED = 12;

const DEFAULT_RETENTION_DAYS = 30;
const CONNECT_MS = 60_000;
/** A cluster looks at its namespaces anew every ten seconds. */
const VISIBLE_MS = 60_000;

/**
 * Makes sure that the engine has our namespace with our search attributes, and returns once both can be used. May be
 * repeated at any time; a namespace that is there keeps its retention.
 * @param retentionDays how long closed executions of a new namespace are kept, at least 1
 * @throws Error with what an operator has to add where the engine lets no program add it, as Temporal Cloud
 */
export async function setUpEngine(
  connection: Connection,
  namespace: string,
  retentionDays: number,
): Promise<EngineSetup> {
  const isThere = await hasNamespace(connection, namespace);
  if (!isThere) await makeNamespace(connection, namespace, retentionDays);
  await waitUntil('the namespace to become usable', VISIBLE_MS, () => canBeUsed(connection, namespace));
  const added = await addAttributes(connection, namespace);
  if (added !== null) {
    const usable = async (): Promise<boolean> =>
      (await unknownAttributes(connection, namespace)).length === 0;
    await waitUntil('the search attributes to become usable', VISIBLE_MS, usable);
    return { namespace: isThere ? 'present' : 'made', added };
  }
  const missing = await unknownAttributes(connection, namespace);
  if (missing.length > 0) throw new Error(`Add these search attributes to ${namespace}: ${typed(missing)}`);
  return { namespace: 'present', added: [] };
}

async function hasNamespace(connection: Connection, namespace: string): Promise<boolean> {
  const described = connection.workflowService.describeNamespace({ namespace });
  return described.then(() => true, unlessCode(false, NOT_FOUND));
}

async function makeNamespace(connection: Connection, namespace: string, days: number): Promise<void> {
  const workflowExecutionRetentionPeriod = msToTs(`${days} days`);
  const made = connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  // Two set-ups at once: the other one's namespace is as good.
  await made.then(() => undefined, unlessCode(undefined, ALREADY_EXISTS));
}

/** A cluster knows a new namespace a moment before it serves it. */
async function canBeUsed(connection: Connection, namespace: string): Promise<boolean> {
  const counted = connection.workflowService.countWorkflowExecutions({ namespace });
  return counted.then(() => true, unlessCode(false, NOT_FOUND));
}

/** Null where the engine gives its operator service to nobody. */
function addAttributes(connection: Connection, namespace: string): Promise<string[] | null> {
  return registerSearchAttributes(connection, namespace).catch(
    unlessCode(null, PERMISSION_DENIED, UNIMPLEMENTED),
  );
}

/** Asked by using them, which every engine allows. */
async function unknownAttributes(connection: Connection, namespace: string): Promise<string[]> {
  const unknown: string[] = [];
  for (const name of Object.keys(SEARCH_ATTRIBUTES)) {
    const query = `${name} IS NOT NULL`;
    const asked = connection.workflowService.countWorkflowExecutions({ namespace, query });
    const known = await asked.then(() => true, unlessCode(false, INVALID_ARGUMENT, NOT_FOUND));
    if (!known) unknown.push(name);
  }
  return unknown;
}

function unlessCode<T>(otherwise: T, ...codes: number[]): (error: unknown) => T {
  return (error) => {
    if (isGrpcServiceError(error) && codes.includes(error.code)) return otherwise;
    throw error;
  };
}

function typed(names: readonly string[]): string {
  const entries = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => names.includes(name));
  return entries.map(([name, type]) => `${name}=${type}`).join(' ');
}

/** An engine that is just starting is waited for. */
async function connect(): Promise<{ connection: Connection; namespace: string }> {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const end = Date.now() + CONNECT_MS;
  for (;;) {
    try {
      return { connection: await Connection.connect(connectionOptions), namespace };
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(1_000);
    }
  }
}

function retentionDays(): number {
  const given = process.env['ENGINE_RETENTION_DAYS'] || String(DEFAULT_RETENTION_DAYS);
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new Error('Invalid settings: ENGINE_RETENTION_DAYS');
  return Number(given);
}

async function main(): Promise<void> {
  const days = retentionDays();
  const { connection, namespace } = await connect();
  try {
    const { namespace: outcome, added } = await setUpEngine(connection, namespace, days);
    console.log(`namespace ${namespace}: ${outcome}; search attributes added: ${added.length}`);
  } finally {
    await connection.close();
  }
}

if (require.main === module) runMain(main);
