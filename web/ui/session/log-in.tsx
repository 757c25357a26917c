import { Anchor, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMessages } from '../i18n/use-messages';
import { queryKeys } from '../query/query-keys';
import { Page } from '../shell/page';
import { PolicyLink } from '../shell/policy-link';
import { useApplication } from './application';
import { takeDestination, useDestination } from './destination';
import { LogInForm } from './log-in-form';

/** The log-in page; afterwards back to the page that asked for it. */
export function LogIn(): ReactElement {
  const { t } = useMessages();
  const { t: ofFeature } = useTranslation();
  const { features } = useApplication();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { path, carry } = useDestination();
  return (
    <Page title={t('ui.logIn')} width="narrow">
      <LogInForm
        onDone={(who) => {
          queries.clear();
          queries.setQueryData(queryKeys.who, who);
          const kept = takeDestination(who.user.email);
          void navigate(path ?? kept ?? '/', { replace: true });
        }}
      />
      <Stack gap="xs" mt="lg">
        {features
          .flatMap(({ logInLinks = [] }) => logInLinks)
          .map(({ to, label }) => (
            <Anchor key={to} component={Link} to={carry(to)}>
              {ofFeature(label)}
            </Anchor>
          ))}
      </Stack>
      <PolicyLink />
    </Page>
  );
}
