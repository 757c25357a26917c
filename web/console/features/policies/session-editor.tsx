import { Fieldset, SimpleGrid, Text, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Money } from '../../../ui/format/money';
import { HoursField } from './hours-field';
import { POLICIES_MESSAGES } from './messages';
import type { RemoteSession } from './use-policy';

const MINOR = 100;

/** Numbers of the session that stand by themselves, in the order of its process. */
export const SESSION_NUMBERS = [
  'vatRate',
  'requestValidHours',
  'quoteValidHours',
  'checkoutMinutes',
  'slotChoiceDays',
  'minimumNoticeMinutes',
  'bufferMinutes',
  'slotStepMinutes',
  'horizonDays',
  'accessOpensMinutes',
  'warnAtMinutes',
  'noShowMinutes',
] as const satisfies readonly (keyof RemoteSession)[];

/** Price, terms and times of the paid session. Changed terms get the next version's number by themselves. */
export function SessionEditor({
  session,
  maxMinutes,
  manages,
  onChange,
  onMaxMinutes,
}: {
  session: RemoteSession;
  maxMinutes: number;
  manages: boolean;
  onChange: (session: RemoteSession) => void;
  onMaxMinutes: (minutes: number) => void;
}): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const { priceMinor, currency, cancellation } = session;
  return (
    <Fieldset legend={t('policies.session')} disabled={!manages}>
      <Text mb="sm">
        <Money amountMinor={priceMinor} currency={currency} />
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        <HoursField
          id="remoteSession.priceMinor"
          label={t('policies.field.price')}
          value={priceMinor / MINOR}
          onChange={(pesos) => onChange({ ...session, priceMinor: Math.round(pesos * MINOR) })}
        />
        <HoursField
          id="remoteSessionMaxMinutes"
          label={t('policies.field.remoteSessionMaxMinutes')}
          value={maxMinutes}
          onChange={onMaxMinutes}
        />
        <HoursField
          id="remoteSession.cancellation.freeUntilHours"
          label={t('policies.field.freeUntilHours')}
          value={cancellation.freeUntilHours}
          onChange={(freeUntilHours) =>
            onChange({ ...session, cancellation: { ...cancellation, freeUntilHours } })
          }
        />
        <HoursField
          id="remoteSession.cancellation.lateRefundPercent"
          label={t('policies.field.lateRefundPercent')}
          value={cancellation.lateRefundPercent}
          onChange={(lateRefundPercent) =>
            onChange({ ...session, cancellation: { ...cancellation, lateRefundPercent } })
          }
        />
        {SESSION_NUMBERS.map((field) => (
          <HoursField
            key={field}
            id={`remoteSession.${field}`}
            label={t(`policies.field.${field}`)}
            value={session[field]}
            onChange={(value) => onChange({ ...session, [field]: value })}
          />
        ))}
      </SimpleGrid>
      <Textarea
        id="remoteSession.terms"
        mt="md"
        label={t('policies.field.terms')}
        autosize
        minRows={4}
        maxLength={10_000}
        value={session.terms}
        onChange={({ currentTarget }) => onChange({ ...session, terms: currentTarget.value })}
      />
    </Fieldset>
  );
}
