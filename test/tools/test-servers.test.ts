import { Client, Connection } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import mongoose from 'mongoose';
import { TICKET_AUTO_CLOSE_AT, TICKET_STATUS } from '../../src/workflows/search-attributes';
import { startTimeSkipping, testServers } from '../support/servers';

describe('the servers of a test run', () => {
  it('give each caller a namespace of its own that knows our search attributes', async () => {
    const [one, other] = await Promise.all([testServers(), testServers()]);
    expect(one.namespace).not.toBe(other.namespace);
    const connection = await Connection.connect({ address: one.temporalAddress });
    try {
      for (const { namespace } of [one, other]) {
        // The same workflow id in both: they must not meet.
        const handle = await new Client({ connection, namespace }).workflow.start('anything', {
          workflowId: 'ticket-1',
          taskQueue: 'nobody-listens',
          typedSearchAttributes: [{ key: TICKET_STATUS, value: 'waiting_support' }],
        });
        const { typedSearchAttributes } = await handle.describe();
        expect(typedSearchAttributes.get(TICKET_STATUS)).toBe('waiting_support');
      }
    } finally {
      await connection.close();
    }
  });

  it('give each caller a database of its own', async () => {
    const [one, other] = await Promise.all([testServers(), testServers()]);
    const written = await mongoose.createConnection(one.mongoUri).asPromise();
    const untouched = await mongoose.createConnection(other.mongoUri).asPromise();
    try {
      await written.collection('things').insertOne({ name: 'lens' });
      expect(await written.collection('things').countDocuments()).toBe(1);
      expect(await untouched.collection('things').countDocuments()).toBe(0);
    } finally {
      await Promise.all([written.close(), untouched.close()]);
    }
  });

  describe('with skipped time', () => {
    let environment: TestWorkflowEnvironment;
    beforeAll(async () => {
      environment = await startTimeSkipping();
    });
    afterAll(() => environment.teardown());

    it('let two days pass at once', async () => {
      const before = await environment.currentTimeMs();
      const began = Date.now();
      await environment.sleep('2 days');
      expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(2 * 86_400_000);
      expect(Date.now() - began).toBeLessThan(20_000);
    });

    it('know our search attributes', async () => {
      // A server refuses a start that sets an attribute it does not know.
      await environment.client.workflow.start('anything', {
        workflowId: 'ticket-1',
        taskQueue: 'nobody-listens',
        typedSearchAttributes: [
          { key: TICKET_STATUS, value: 'waiting_client' },
          { key: TICKET_AUTO_CLOSE_AT, value: new Date() },
        ],
      });
    });
  });
});
