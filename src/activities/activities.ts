import { createAssignmentActivities, type AssignmentActivities } from './assignment';
import { createDeadlineActivities, type DeadlineActivities } from './deadlines';
import { createInboxActivities, type InboxActivities } from './inbox';
import type { ActivityDeps } from './ports';
import { createProjectionActivities, type ProjectionActivities } from './projection';
import { createSplitActivities, type SplitActivities } from './splits';

/** Everything a ticket workflow may ask of the world outside. */
export type TicketActivities = DeadlineActivities &
  ProjectionActivities &
  AssignmentActivities &
  InboxActivities &
  SplitActivities;

export function createTicketActivities(deps: ActivityDeps): TicketActivities {
  return {
    ...createDeadlineActivities(),
    ...createProjectionActivities(deps),
    ...createAssignmentActivities(deps),
    ...createInboxActivities(deps),
    ...createSplitActivities(deps),
  };
}
