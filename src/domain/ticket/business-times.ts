import type { Instant } from '../instant';

/** How a deadline came about: what was counted and what was skipped. Stored with the wait, never recomputed. */
export interface DeadlineExplanation {
  startedAt: Instant;
  autoCloseAt: Instant;
  businessHours: number;
  calendar: { id: string; version: number; timeZone: string; tzdb: string };
  counted: { from: Instant; to: Instant; seconds: number }[];
  skipped: { date: string; name: string }[];
}

/** The plan of one wait for the client. */
export interface WaitPlan {
  autoCloseAt: Instant;
  reminders: { hours: number; at: Instant }[];
  explanation: DeadlineExplanation;
}

/**
 * What a command needs to know of business time. Time-zone rules come with Node and must not be read again on
 * replay, so the questions go to a local activity and its answers are recorded in history.
 */
export interface TimeQuestions {
  /** With `after`, the end lies behind it: when it would not, the hours are counted from there. No reminder before it. */
  wait?: { from: Instant; hours: number; reminderHours: number[]; after?: Instant };
  dues?: Record<string, { from: Instant; hours: number }>;
  spans?: Record<string, { from: Instant; to: Instant }>;
}

export interface TimeAnswers {
  wait?: WaitPlan;
  /** Due instants by name. */
  dues: Record<string, Instant>;
  /** Business time by name, in whole minutes. */
  minutes: Record<string, number>;
}

/** True when nothing is asked: no activity is worth its history event. */
export function asksNothing(questions: TimeQuestions): boolean {
  return !questions.wait && isEmpty(questions.dues) && isEmpty(questions.spans);
}

function isEmpty(record: object | undefined): boolean {
  return record === undefined || Object.keys(record).length === 0;
}
