import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  addSearchAttributes,
  registerSearchAttributes,
} from '../../tools/toolchain/register-search-attributes';
import { timeSkippingServer } from '../../tools/toolchain/time-skipping-server';
import { sharedServers } from './shared-servers';

export interface TestServers {
  /** Names a database that nobody else uses. */
  mongoUri: string;
  temporalAddress: string;
  /** A Temporal namespace that nobody else uses: workflow ids of different test files can not meet. */
  namespace: string;
}

/** A database and a namespace of one's own on the servers of this run. Each call gives new ones (about 20 ms). */
export async function testServers(): Promise<TestServers> {
  const { run, temporalAddress, mongoUri } = sharedServers();
  const name = `test_${run}_${randomBytes(4).toString('hex')}`;
  await makeNamespace(temporalAddress, name);
  const uri = new URL(mongoUri);
  uri.pathname = `/${name}`;
  return { mongoUri: uri.href, temporalAddress, namespace: name };
}

async function makeNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

/** A Temporal server of one's own in which days pass in milliseconds. Its caller tears it down. */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const { executablePath } = await timeSkippingServer();
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: executablePath } },
  });
  await addSearchAttributes(environment.connection, 'default');
  return environment;
}
