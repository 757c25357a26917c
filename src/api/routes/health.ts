import { TASK_QUEUE } from '../../workflows/messages';
import type { Deps } from '../deps';
import { oldestUnsentAt } from '../../store/notices/notices';

/** A health check must not be slower than the one who asks is patient. */
const DEADLINE_MS = 1_000;
const MAIL_BEHIND_MS = 300_000;

interface Readiness {
  status: 'ok' | 'degraded' | 'unavailable';
  mongodb: 'ok' | 'unavailable';
  engine: 'ok' | 'unavailable';
  workers: 'ok' | 'none' | 'unknown';
  mail: 'ok' | 'behind' | 'not_configured' | 'unknown';
  temporalUiUrl: string | null;
  temporalNamespace: string;
}

/** MongoDB decides whether requests can be served; engine and workers only degrade the service. */
export async function readiness(deps: Deps): Promise<Readiness> {
  const [mongodb, pollers, mail] = await Promise.all([
    isStoreThere(deps),
    countPollers(deps),
    stateOfMail(deps),
  ]);
  const engine = pollers === null ? 'unavailable' : 'ok';
  const workers = pollers === null ? 'unknown' : pollers > 0 ? 'ok' : 'none';
  const status = !mongodb ? 'unavailable' : workers === 'ok' && mail === 'ok' ? 'ok' : 'degraded';
  return {
    status,
    mongodb: mongodb ? 'ok' : 'unavailable',
    engine,
    workers,
    mail,
    temporalUiUrl: deps.config.temporalUiUrl,
    temporalNamespace: deps.temporal.options.namespace,
  };
}

async function stateOfMail({ store, config, clock }: Deps): Promise<Readiness['mail']> {
  if (!config.smtp) return 'not_configured';
  try {
    const oldest = await within(oldestUnsentAt(store));
    return oldest !== null && clock().getTime() - Date.parse(oldest) > MAIL_BEHIND_MS ? 'behind' : 'ok';
  } catch {
    return 'unknown';
  }
}

async function isStoreThere({ store }: Deps): Promise<boolean> {
  try {
    await within(store.connection.db?.command({ ping: 1 }) ?? Promise.reject(new Error('not open')));
    return true;
  } catch {
    return false;
  }
}

/** Workers that poll for workflow tasks; null when the engine does not answer. */
async function countPollers({ temporal }: Deps): Promise<number | null> {
  try {
    const { pollers } = await within(
      temporal.withDeadline(Date.now() + DEADLINE_MS, () =>
        temporal.workflowService.describeTaskQueue({
          namespace: temporal.options.namespace,
          taskQueue: { name: TASK_QUEUE },
          taskQueueType: 1,
        }),
      ),
    );
    return pollers?.length ?? 0;
  } catch {
    return null;
  }
}

async function within<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('late')), DEADLINE_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
