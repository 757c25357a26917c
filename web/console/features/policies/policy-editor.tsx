import { Button, Checkbox, Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { HoursField } from './hours-field';
import { MatrixEditor } from './matrix-editor';
import { POLICIES_MESSAGES } from './messages';
import { RemindersField } from './reminders-field';
import { ReviewDialog } from './review-dialog';
import { SessionEditor } from './session-editor';
import { TargetsEditor } from './targets-editor';
import { POLICY, type Policy } from './use-policy';

/** The next version of the policy, kept as a draft; what changes is reviewed before it is made. */
export function PolicyEditor({ policy, manages }: { policy: Policy; manages: boolean }): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const queries = useQueryClient();
  const draft = useDraft<Policy>(`policy:${policy.version}`, policy);
  const [reviewing, setReviewing] = useState(false);
  const next = draft.value;
  const change = (news: Partial<Policy>): void => draft.change((known) => ({ ...known, ...news }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setReviewing(true);
      }}
    >
      <Stack gap="lg">
        <DraftNotice draft={draft} />
        <Fieldset legend={t('policies.waiting')} disabled={!manages}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <HoursField
              id="waitingClientHours"
              label={t('policies.field.waitingClientHours')}
              value={next.waitingClientHours}
              onChange={(waitingClientHours) => change({ waitingClientHours })}
            />
            <RemindersField
              value={next.reminderHours}
              onChange={(reminderHours) => change({ reminderHours })}
            />
            <TextInput
              id="consultingEmail"
              type="email"
              label={t('policies.field.consultingEmail')}
              value={next.consultingEmail}
              onChange={({ currentTarget }) => change({ consultingEmail: currentTarget.value })}
            />
            <TextInput
              id="calendarId"
              label={t('policies.field.calendarId')}
              value={next.calendarId}
              onChange={({ currentTarget }) => change({ calendarId: currentTarget.value })}
            />
            <Checkbox
              label={t('policies.field.finishAfterContractEnd')}
              checked={next.finishAfterContractEnd}
              onChange={({ currentTarget }) => change({ finishAfterContractEnd: currentTarget.checked })}
            />
          </SimpleGrid>
        </Fieldset>
        <MatrixEditor
          matrix={next.priorityMatrix}
          manages={manages}
          onChange={(priorityMatrix) => change({ priorityMatrix })}
        />
        <TargetsEditor targets={next.targets} manages={manages} onChange={(targets) => change({ targets })} />
        {next.remoteSession && (
          <SessionEditor
            session={next.remoteSession}
            maxMinutes={next.remoteSessionMaxMinutes}
            manages={manages}
            onChange={(remoteSession) => change({ remoteSession })}
            onMaxMinutes={(remoteSessionMaxMinutes) => change({ remoteSessionMaxMinutes })}
          />
        )}
        {manages && (
          <Group>
            <Button type="submit">{t('policies.review')}</Button>
          </Group>
        )}
      </Stack>
      {reviewing && (
        <ReviewDialog
          policy={policy}
          next={next}
          onClose={() => setReviewing(false)}
          onReload={() => {
            draft.clear();
            setReviewing(false);
            void queries.invalidateQueries({ queryKey: POLICY });
          }}
          onSaved={(saved) => {
            draft.clear();
            setReviewing(false);
            queries.setQueryData(POLICY, saved);
          }}
        />
      )}
    </form>
  );
}
