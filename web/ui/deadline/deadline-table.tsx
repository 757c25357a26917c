import { List, Table, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Deadline } from '../api/types';
import { dayText, spanText } from './day-text';
import { Duration } from '../format/duration';
import { instantText } from '../format/instant-text';
import { cityOf } from '../format/time-zone';
import { useMessages } from '../i18n/use-messages';

/** Each stretch of business time that was counted, in the calendar's zone, and each day that was not. */
export function DeadlineTable({ deadline }: { deadline: Deadline }): ReactElement {
  const { t, language } = useMessages();
  const { startedAt, autoCloseAt, businessHours, calendar, counted, skipped } = deadline;
  const { id, version, timeZone } = calendar;
  const total = counted.reduce((sum, { seconds }) => sum + seconds, 0);
  return (
    <section aria-label={t('ui.deadline.title')}>
      <Text>
        {t('ui.deadline.rule', {
          hours: businessHours,
          start: instantText(startedAt, language, timeZone),
          end: instantText(autoCloseAt, language, timeZone),
        })}
      </Text>
      <Table.ScrollContainer minWidth={300}>
        <Table captionSide="top">
          <Table.Caption>{t('ui.deadline.counted')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('ui.deadline.day')}</Table.Th>
              <Table.Th scope="col">{t('ui.deadline.span')}</Table.Th>
              <Table.Th scope="col">{t('ui.deadline.time')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {counted.map(({ from, to, seconds }) => (
              <Table.Tr key={from}>
                <Table.Td>{dayText(from, language, timeZone)}</Table.Td>
                <Table.Td>{spanText(from, to, language, timeZone)}</Table.Td>
                <Table.Td>
                  <Duration minutes={seconds / 60} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" colSpan={2}>
                {t('ui.deadline.total')}
              </Table.Th>
              <Table.Td>
                <Hours seconds={total} />
              </Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      {skipped.length > 0 && (
        <>
          <Text fw={600}>{t('ui.deadline.skipped')}</Text>
          <List>
            {skipped.map(({ date, name }) => (
              <List.Item key={date}>
                {dayText(`${date}T12:00:00.000Z`, language, 'UTC')}: {name}
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Text size="sm" c="dimmed">
        {t('ui.deadline.calendar', { id, version, zone: cityOf(timeZone) })}
      </Text>
    </section>
  );
}

/** In hours, however many: "48 h" is the promise, not "2 d". */
function Hours({ seconds }: { seconds: number }): ReactElement {
  const minutes = Math.floor(seconds / 60);
  return (
    <>
      {Math.floor(minutes / 60)} h{minutes % 60 > 0 && ` ${minutes % 60} min`}
    </>
  );
}
