import { Button, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { CodesRenewal } from './codes-renewal';
import { FactorStart } from './factor-start';
import { PROFILE_PAGES } from './messages';
import classes from './profile.module.css';
import { RecoveryCodes } from './recovery-codes';

type Factor = components['schemas']['SecondFactor'];

/** Two-step verification: whether it is on, how to turn it on, and its recovery codes. */
export function SecondFactor(): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  const [does, setDoes] = useState<'begin' | 'renew' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { data, error, refetch } = useQuery<Factor, ApiProblem>({
    queryKey: ['second-factor'],
    queryFn: async ({ signal }) => (await api.GET('/second-factor', { signal })).data as Factor,
  });
  const show = (given: readonly string[]): void => {
    setCodes(given);
    setDoes(null);
    void refetch();
  };
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />;
  if (data === undefined)
    return error === null ? (
      <ListSkeleton rows={1} />
    ) : (
      <ErrorState problem={error} onRetry={() => void refetch()} />
    );
  const { enrolled, recoveryCodesLeft } = data;
  return (
    <>
      {enrolled ? (
        <ToneBadge tone="success" icon={IconShieldCheck}>
          {t('profile.factor.on')}
        </ToneBadge>
      ) : (
        <ToneBadge tone="warning" icon={IconShieldOff}>
          {t('profile.factor.off')}
        </ToneBadge>
      )}
      <Text>
        {enrolled ? t('profile.factor.codesLeft', { count: recoveryCodesLeft }) : t('profile.factor.body')}
      </Text>
      {does === 'begin' && <FactorStart replaces={enrolled} onDone={show} onClose={() => setDoes(null)} />}
      {does === 'renew' && <CodesRenewal onDone={show} onClose={() => setDoes(null)} />}
      {does === null && (
        <div className={classes['row']}>
          <Button variant={enrolled ? 'default' : 'filled'} onClick={() => setDoes('begin')}>
            {t(enrolled ? 'profile.factor.replace' : 'profile.factor.begin')}
          </Button>
          {enrolled && (
            <Button variant="default" onClick={() => setDoes('renew')}>
              {t('profile.factor.renew')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
