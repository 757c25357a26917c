import { moneyText } from '../../../ui/format/money-text';
import type { Language } from '../../../ui/i18n/language';
import type { Translate } from '../../../ui/i18n/use-messages';
import type { MessageKey } from '../../../ui/i18n/messages';
import type { POLICIES_MESSAGES } from './messages';
import { SESSION_NUMBERS } from './session-editor';
import { IMPACTS, PRIORITIES, URGENCIES, type Policy, type RemoteSession } from './use-policy';

export interface Change {
  name: string;
  before: string;
  after: string;
}

type T = Translate<MessageKey<typeof POLICIES_MESSAGES> | Parameters<Translate>[0]>;
type Named = readonly (readonly [string, string])[];

/** What the next version says otherwise, in words. */
export function changesOf(policy: Policy, next: Policy, t: T, language: Language): Change[] {
  const after = new Map(namedValues(next, t, language));
  return namedValues(policy, t, language)
    .map(([name, before]) => ({ name, before, after: after.get(name) ?? '' }))
    .filter((change) => change.before !== change.after);
}

/** As it is sent: terms that were changed are a new version of the terms. */
export function asNext(policy: Policy, next: Policy): Policy {
  const [known, session] = [policy.remoteSession, next.remoteSession];
  if (known === undefined || session === undefined || known.terms === session.terms) return next;
  return { ...next, remoteSession: { ...session, termsVersion: known.termsVersion + 1 } };
}

function namedValues(policy: Policy, t: T, language: Language): Named {
  return [
    [t('policies.field.waitingClientHours'), String(policy.waitingClientHours)],
    [t('policies.field.reminderHours'), policy.reminderHours.join(', ')],
    [t('policies.field.consultingEmail'), policy.consultingEmail],
    [t('policies.field.calendarId'), policy.calendarId],
    [
      t('policies.field.finishAfterContractEnd'),
      t(policy.finishAfterContractEnd ? 'policies.yes' : 'policies.no'),
    ],
    ...matrixValues(policy, t),
    ...targetValues(policy, t),
    [t('policies.field.remoteSessionMaxMinutes'), String(policy.remoteSessionMaxMinutes)],
    ...(policy.remoteSession ? sessionValues(policy.remoteSession, t, language) : []),
  ];
}

function matrixValues({ priorityMatrix }: Policy, t: T): Named {
  return IMPACTS.flatMap((impact) =>
    URGENCIES.map((urgency) => {
      const cell = { impact: t(`ui.impact.${impact}`), urgency: t(`ui.urgency.${urgency}`) };
      const priority = priorityMatrix[impact]?.[urgency];
      return [t('policies.matrix.cell', cell), priority ? t(`ui.priority.${priority}`) : ''] as const;
    }),
  );
}

function targetValues({ targets }: Policy, t: T): Named {
  return PRIORITIES.flatMap((id) => {
    const priority = t(`ui.priority.${id}`);
    const target = targets[id];
    return [
      [t('policies.targets.first.of', { priority }), String(target?.firstAttentionHours)],
      [t('policies.targets.next.of', { priority }), String(target?.nextReplyHours)],
    ] as const;
  });
}

function sessionValues(session: RemoteSession, t: T, language: Language): Named {
  return [
    [t('policies.field.price'), moneyText(session.priceMinor, session.currency, language)],
    [t('policies.field.freeUntilHours'), String(session.cancellation.freeUntilHours)],
    [t('policies.field.lateRefundPercent'), String(session.cancellation.lateRefundPercent)],
    ...SESSION_NUMBERS.map((field) => [t(`policies.field.${field}`), String(session[field])] as const),
    [t('policies.field.terms'), session.terms],
  ];
}
