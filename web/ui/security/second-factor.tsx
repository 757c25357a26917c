import { Button, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ApiProblem } from '../api/api-problem';
import { api } from '../api/client';
import type { components } from '../api/schema';
import { ToneBadge } from '../badges/tone-badge';
import { ErrorState } from '../feedback/error-state';
import { ListSkeleton } from '../feedback/page-skeleton';
import { useMessages } from '../i18n/use-messages';
import { CodesRenewal } from './codes-renewal';
import { FactorStart } from './factor-start';
import classes from './security.module.css';
import { RecoveryCodes } from './recovery-codes';

type Factor = components['schemas']['SecondFactor'];

/** Two-step verification: whether it is on, how to turn it on, and its recovery codes. */
export function SecondFactor({
  onKept,
}: {
  /** The recovery codes have been seen. */
  onKept?: () => void;
}): ReactElement {
  const { t } = useMessages();
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
  const keep = (): void => {
    setCodes(null);
    onKept?.();
  };
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={keep} />;
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
          {t('security.factor.on')}
        </ToneBadge>
      ) : (
        <ToneBadge tone="warning" icon={IconShieldOff}>
          {t('security.factor.off')}
        </ToneBadge>
      )}
      <Text>
        {enrolled ? t('security.factor.codesLeft', { count: recoveryCodesLeft }) : t('security.factor.body')}
      </Text>
      {does === 'begin' && <FactorStart replaces={enrolled} onDone={show} onClose={() => setDoes(null)} />}
      {does === 'renew' && <CodesRenewal onDone={show} onClose={() => setDoes(null)} />}
      {does === null && (
        <div className={classes['row']}>
          <Button variant={enrolled ? 'default' : 'filled'} onClick={() => setDoes('begin')}>
            {t(enrolled ? 'security.factor.replace' : 'security.factor.begin')}
          </Button>
          {enrolled && (
            <Button variant="default" onClick={() => setDoes('renew')}>
              {t('security.factor.renew')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
