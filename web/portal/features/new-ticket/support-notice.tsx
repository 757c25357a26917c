import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { api } from '../../../ui/api/client';
import type { Catalog } from '../../../ui/api/types';
import { instantText } from '../../../ui/format/instant-text';
import { plainDayText } from '../../../ui/format/plain-day-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Notice } from '../ticket/notice';
import { NEW_TICKET_PAGE } from './messages';
import { productOf, type Request } from './request';

/** Who could not send what they write is told before they write it; once it is read, in one line. */
export function SupportNotice({
  request,
  catalog,
}: {
  request: Request;
  catalog: Catalog;
}): ReactElement | null {
  const { t, language } = useMessages(NEW_TICKET_PAGE);
  const support = useQuery({
    queryKey: ['me', 'support'],
    queryFn: async ({ signal }) => (await api.GET('/me/support', { signal })).data,
  });
  const brief = request.step !== 1;
  const until = support.data?.readOnlyUntil ?? null;
  if (until !== null)
    return (
      <Told
        title={t('newTicket.support.left')}
        body={brief ? null : t('newTicket.support.left.body', { when: instantText(until, language) })}
      />
    );
  const asked = productOf(request, catalog);
  const product = support.data?.products.find(({ id }) => id === asked?.id);
  if (asked === undefined || product === undefined || product.standing === 'in_force') return null;
  const day = product.standing === 'not_begun' ? product.startsOn : product.endsOn;
  return (
    <Told
      title={t(`newTicket.support.${product.standing}`, {
        product: asked.name,
        when: day === null ? '' : plainDayText(day, language),
      })}
      body={brief ? null : t('newTicket.support.body')}
    />
  );
}

function Told({ title, body }: { title: string; body: string | null }): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  return (
    <Notice icon={IconFileOff} title={title}>
      {body !== null && (
        <>
          <Text size="sm">{body}</Text>
          <Text size="sm" mt={4}>
            <Anchor component={Link} to="/" underline="always">
              {t('newTicket.support.tickets')}
            </Anchor>
            {' · '}
            <Anchor component={Link} to="/archivo" underline="always">
              {t('newTicket.support.archive')}
            </Anchor>
          </Text>
        </>
      )}
    </Notice>
  );
}
