import { Checkbox, Fieldset, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { CalendarSelect } from '../../parts/calendar-select';
import { HoursField } from './hours-field';
import { MatrixEditor } from './matrix-editor';
import { POLICIES_MESSAGES } from './messages';
import { PolicyForm } from './policy-form';
import { RemindersField } from './reminders-field';
import { SessionEditor } from './session-editor';
import { TargetsEditor } from './targets-editor';
import type { Policy } from './use-policy';

/** Numbers and rules of the next version; the ticket types have a page of their own. */
export function PolicyEditor({ policy, manages }: { policy: Policy; manages: boolean }): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  return (
    <PolicyForm policy={policy} manages={manages}>
      {(next, change) => (
        <>
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
                id="documentUrl"
                type="url"
                label={t('policies.field.documentUrl')}
                description={t('policies.field.documentUrl.hint')}
                placeholder="https://"
                value={next.documentUrl ?? ''}
                onChange={({ currentTarget }) => change({ documentUrl: currentTarget.value || null })}
              />
              <CalendarSelect
                id="calendarId"
                label={t('policies.field.calendarId')}
                value={next.calendarId}
                onChange={({ currentTarget }) => change({ calendarId: currentTarget.value })}
              />
              <Checkbox
                id="finishAfterContractEnd"
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
          <TargetsEditor
            targets={next.targets}
            manages={manages}
            onChange={(targets) => change({ targets })}
          />
          {next.remoteSession && (
            <SessionEditor
              session={next.remoteSession}
              maxMinutes={next.remoteSessionMaxMinutes}
              manages={manages}
              onChange={(remoteSession) => change({ remoteSession })}
              onMaxMinutes={(remoteSessionMaxMinutes) => change({ remoteSessionMaxMinutes })}
            />
          )}
        </>
      )}
    </PolicyForm>
  );
}
