import type { Catalog } from '../../../ui/api/types';
import { moneyText } from '../../../ui/format/money-text';
import type { Language } from '../../../ui/i18n/language';
import type { Translate } from '../../../ui/i18n/use-messages';
import type { MessageKey } from '../../../ui/i18n/messages';
import type { Change } from '../../parts/overtaken';
import type { POLICIES_MESSAGES } from './messages';
import { SESSION_NUMBERS } from './session-editor';
import { typeOf } from './types';
import { IMPACTS, PRIORITIES, URGENCIES, type Policy, type RemoteSession } from './use-policy';

/** What it takes to say a policy in words. */
export interface Words {
  t: Translate<MessageKey<typeof POLICIES_MESSAGES> | Parameters<Translate>[0]>;
  language: Language;
  catalog: Catalog | undefined;
}

/** Path, name and value in words. */
type Named = readonly (readonly [string, string, string])[];

/** What the next version says otherwise, in words. */
export function changesOf(policy: Policy, next: Policy, words: Words): Change[] {
  const after = new Map(namedValues(next, words).map(([path, , value]) => [path, value]));
  return namedValues(policy, words)
    .map(([path, name, before]) => ({ path, name, before, after: after.get(path) ?? '' }))
    .filter((change) => change.before !== change.after);
}

/** As it is sent: terms that were changed are a new version of the terms. */
export function asNext(policy: Policy, next: Policy): Policy {
  const [known, session] = [policy.remoteSession, next.remoteSession];
  if (known === undefined || session === undefined || known.terms === session.terms) return next;
  return { ...next, remoteSession: { ...session, termsVersion: known.termsVersion + 1 } };
}

function namedValues(policy: Policy, words: Words): Named {
  const { t } = words;
  return [
    ['waitingClientHours', t('policies.field.waitingClientHours'), String(policy.waitingClientHours)],
    ['reminderHours', t('policies.field.reminderHours'), policy.reminderHours.join(', ')],
    ['consultingEmail', t('policies.field.consultingEmail'), policy.consultingEmail],
    ['documentUrl', t('policies.field.documentUrl'), policy.documentUrl ?? ''],
    ['calendarId', t('policies.field.calendarId'), policy.calendarId],
    [
      'finishAfterContractEnd',
      t('policies.field.finishAfterContractEnd'),
      t(policy.finishAfterContractEnd ? 'policies.yes' : 'policies.no'),
    ],
    ...matrixValues(policy, words),
    ...targetValues(policy, words),
    ...typeValues(policy, words),
    [
      'remoteSessionMaxMinutes',
      t('policies.field.remoteSessionMaxMinutes'),
      String(policy.remoteSessionMaxMinutes),
    ],
    ...(policy.remoteSession ? sessionValues(policy.remoteSession, words) : []),
  ];
}

function matrixValues({ priorityMatrix }: Policy, { t }: Words): Named {
  return IMPACTS.flatMap((impact) =>
    URGENCIES.map((urgency) => {
      const cell = { impact: t(`ui.impact.${impact}`), urgency: t(`ui.urgency.${urgency}`) };
      const priority = priorityMatrix[impact]?.[urgency];
      return [
        `priorityMatrix.${impact}.${urgency}`,
        t('policies.matrix.cell', cell),
        priority ? t(`ui.priority.${priority}`) : '',
      ] as const;
    }),
  );
}

function targetValues({ targets }: Policy, { t }: Words): Named {
  return PRIORITIES.flatMap((id) => {
    const priority = t(`ui.priority.${id}`);
    const target = targets[id];
    const path = `targets.${id}`;
    return [
      [
        `${path}.firstAttentionHours`,
        t('policies.targets.first.of', { priority }),
        String(target?.firstAttentionHours),
      ],
      [`${path}.nextReplyHours`, t('policies.targets.next.of', { priority }), String(target?.nextReplyHours)],
    ] as const;
  });
}

function typeValues(policy: Policy, { t, catalog }: Words): Named {
  return policy.types.flatMap(({ id }, index) => {
    const type = typeOf(policy, id, catalog);
    const label = catalog?.types.find((known) => known.id === id)?.label ?? id;
    const named = (path: string, field: string, value: string) =>
      [path, t('policies.type.field', { label, field }), value] as const;
    const { coverage, defaultPriority, ceiling } = type;
    const [rule, texts] = [`types.${index}`, `texts.${id}`];
    return [
      named(`${rule}.coverage`, t('policies.coverage'), t(`policies.coverage.${coverage}`)),
      named(
        `${rule}.defaultPriority`,
        t('policies.type.defaultPriority'),
        defaultPriority === null ? t('policies.type.byMatrix') : t(`ui.priority.${defaultPriority}`),
      ),
      named(
        `${rule}.ceiling`,
        t('policies.type.ceiling'),
        ceiling === null ? t('policies.type.noCeiling') : t(`ui.priority.${ceiling}`),
      ),
      named(`${rule}.problem`, t('policies.type.problem'), t(type.problem ? 'policies.yes' : 'policies.no')),
      named(`${texts}.label`, t('policies.type.label'), type.label),
      named(`${texts}.description`, t('policies.type.description'), type.description),
      named(`${texts}.examples`, t('policies.type.examples'), type.examples.join('\n')),
      named(`${texts}.warning`, t('policies.type.warning'), type.warning ?? ''),
    ];
  });
}

function sessionValues(session: RemoteSession, { t, language }: Words): Named {
  const { cancellation, terms } = session;
  return [
    [
      'remoteSession.priceMinor',
      t('policies.field.price'),
      moneyText(session.priceMinor, session.currency, language),
    ],
    [
      'remoteSession.cancellation.freeUntilHours',
      t('policies.field.freeUntilHours'),
      String(cancellation.freeUntilHours),
    ],
    [
      'remoteSession.cancellation.lateRefundPercent',
      t('policies.field.lateRefundPercent'),
      String(cancellation.lateRefundPercent),
    ],
    ...SESSION_NUMBERS.map(
      (field) => [`remoteSession.${field}`, t(`policies.field.${field}`), String(session[field])] as const,
    ),
    ['remoteSession.terms', t('policies.field.terms'), terms],
  ];
}
