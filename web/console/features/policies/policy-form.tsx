import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useState, type ReactElement, type ReactNode } from 'react';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { useCatalog } from '../../../ui/query/use-catalog';
import { Overtaken } from '../../parts/overtaken';
import { useRevision } from '../../parts/use-revision';
import { changesOf } from './changes';
import { POLICIES_MESSAGES } from './messages';
import classes from './policies.module.css';
import { ReviewDialog } from './review-dialog';
import { POLICY, type Policy } from './use-policy';

/**
 * The next version of the policy, kept as one draft over all of its pages. What changes is counted as it is written,
 * and reviewed whole before it is made.
 */
export function PolicyForm({
  policy,
  manages,
  children,
}: {
  policy: Policy;
  manages: boolean;
  children: (next: Policy, change: (news: Partial<Policy>) => void, base: Policy) => ReactNode;
}): ReactElement {
  const { t, language } = useMessages(POLICIES_MESSAGES);
  const { data: catalog } = useCatalog();
  const queries = useQueryClient();
  const revision = useRevision<Policy>('policy', policy);
  const [reviewing, setReviewing] = useState(false);
  const { base, next, change, clear, isOvertaken } = revision;
  const words = { t, language, catalog };
  const changes = changesOf(base, next, words);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setReviewing(!isOvertaken);
      }}
    >
      <Stack gap="lg">
        <DraftNotice draft={revision} />
        {isOvertaken && (
          <Overtaken
            version={policy.version}
            changes={changesOf(base, policy, words)}
            onKeep={revision.keep}
            onDiscard={clear}
          />
        )}
        <Fragment key={base.version}>{children(next, change, base)}</Fragment>
        {manages && (
          <Group className={classes['bar'] ?? ''}>
            <Button type="submit" disabled={isOvertaken}>
              {t('policies.review')}
            </Button>
            <Text role="status">
              {changes.length === 0
                ? t('policies.review.none')
                : t('policies.changes', { count: changes.length })}
            </Text>
          </Group>
        )}
      </Stack>
      {reviewing && (
        <ReviewDialog
          policy={base}
          next={next}
          changes={changes}
          onClose={() => setReviewing(false)}
          onOvertaken={() => {
            setReviewing(false);
            void queries.invalidateQueries({ queryKey: POLICY });
          }}
          onSaved={(saved) => {
            clear();
            setReviewing(false);
            queries.setQueryData(POLICY, saved);
            void queries.invalidateQueries({ queryKey: queryKeys.catalog });
            void queries.invalidateQueries({ queryKey: queryKeys.publicSettings });
          }}
        />
      )}
    </form>
  );
}
