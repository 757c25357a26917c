import '../support/quiet-runtime';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { changedWorkflowBundle, workflowBundle } from '../support/workflow-bundle';

const FOLDER = join(__dirname, 'histories');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

/** Lives of tickets as `tools/record-histories.ts` recorded them; those of older versions count like new ones. */
const HISTORIES = FILES.map((file) => ({
  workflowId: `ticket-${file}`,
  history: historyFromJSON(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
}));

async function replay(bundle: WorkflowBundleOption): Promise<Map<string, Error | undefined>> {
  const outcomes = new Map<string, Error | undefined>();
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle: bundle },
    HISTORIES,
  )) {
    outcomes.set(workflowId, error);
  }
  return outcomes;
}

test('there are histories of every life, the continued one with both its runs', () => {
  const lives = FILES.map((file) => file.split('.')[0]);
  expect(new Set(lives)).toEqual(
    new Set([
      'closed-by-person',
      'closed-by-silence',
      'split',
      'continued-as-new',
      'reply-against-closing',
      'paid-session',
      'moved-to-other-rules',
    ]),
  );
  expect(FILES.filter((file) => file.startsWith('continued-as-new.')).length).toBeGreaterThanOrEqual(2);
});

test('every recorded life replays under the workflow as it is now', async () => {
  const outcomes = await replay(await workflowBundle());
  expect([...outcomes.keys()].sort()).toEqual(HISTORIES.map(({ workflowId }) => workflowId).sort());
  expect([...outcomes.values()].filter((error) => error !== undefined)).toEqual([]);
});

test('no recorded life replays under a workflow with one step more', async () => {
  const outcomes = await replay(await changedWorkflowBundle());
  expect(outcomes.size).toBe(HISTORIES.length);
  for (const error of outcomes.values()) expect(error).toBeInstanceOf(DeterminismViolationError);
});

test('no history tells of the machine on which it was recorded', () => {
  for (const file of FILES) {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const identities = [...text.matchAll(/"identity": "([^"]*)"/g)].map(([, identity]) => identity);
    // The engine itself passes a session's news on to its ticket.
    expect([...new Set(identities)].filter((name) => name !== 'history-service')).toEqual(['recorder']);
    expect(text).not.toMatch(/stackTrace/);
  }
});
