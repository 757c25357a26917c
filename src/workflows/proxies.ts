import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivityInterfaceFor } from '@temporalio/workflow';

/** What a handler waits for at most: a person is waiting for its answer. */
const HANDLER_SCHEDULE_TO_CLOSE = '3s';

const UNTIL_IT_WORKS = { initialInterval: '500ms', backoffCoefficient: 1.5, maximumInterval: '5s' } as const;

/** The ways in which workflows ask the outside, from a single try to one that never gives up. */
export interface Proxies<Activities> {
  /** One quick attempt inside the workflow task: MongoDB nearly always answers. */
  local: ActivityInterfaceFor<Activities>;
  /** Tries until it works. */
  patient: ActivityInterfaceFor<Activities>;
  /** The same, short enough that the workflow goes on within seconds when the worker died in it. */
  recorded: ActivityInterfaceFor<Activities>;
  /** A few attempts while a person waits. */
  prompt: ActivityInterfaceFor<Activities>;
}

/** Once per workflow module: a proxy is made when it is loaded, and schedules nothing by itself. */
export function proxiesOf<Activities>(): Proxies<Activities> {
  return {
    local: proxyLocalActivities<Activities>({ startToCloseTimeout: '1s', retry: { maximumAttempts: 1 } }),
    patient: proxyActivities<Activities>({ startToCloseTimeout: '30s', retry: UNTIL_IT_WORKS }),
    recorded: proxyActivities<Activities>({ startToCloseTimeout: '5s', retry: UNTIL_IT_WORKS }),
    prompt: proxyActivities<Activities>({
      startToCloseTimeout: HANDLER_SCHEDULE_TO_CLOSE,
      scheduleToCloseTimeout: HANDLER_SCHEDULE_TO_CLOSE,
      retry: { initialInterval: '200ms' },
    }),
  };
}
