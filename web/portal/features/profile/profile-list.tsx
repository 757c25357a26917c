import { Button, Text } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Pages } from '../../../ui/query/use-pages';
import { PROFILE_PAGES } from './messages';
import classes from './profile.module.css';

/** One of the list, as it is shown. */
export interface Listed {
  title: string;
  lines: readonly ReactNode[];
  /** Tells its button from the others' when it is read out; the title unless told. */
  spoken?: string;
  /** In place of the button. */
  mark?: ReactNode;
}

/** What one has given away or opened (invitations, log-ins, keys), each with the button that ends it. */
export function ProfileList<Item extends { id: string }>({
  list,
  show,
  none,
  end,
  endWord,
}: {
  list: Pages<Item>;
  show: (item: Item) => Listed;
  /** In place of an empty list. */
  none: string;
  /** Ends the one of an id. */
  end: UseMutationResult<unknown, ApiProblem, string>;
  /** On the button. */
  endWord: string;
}): ReactElement {
  const { t } = useMessages(PROFILE_PAGES);
  const { items, problem, hasMore, isFetchingMore, more, again } = list;
  if (items === undefined)
    return problem === null ? <ListSkeleton rows={2} /> : <ErrorState problem={problem} onRetry={again} />;
  if (items.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <>
      {end.error && <ProblemAlert problem={end.error} />}
      <ul className={classes['list']}>
        {items.map((item) => {
          const { title, lines, spoken = title, mark } = show(item);
          return (
            <li key={item.id} className={classes['item']}>
              <div className={classes['what']}>
                <Text fw={600}>{title}</Text>
                {lines.map((line, index) => (
                  <Text key={index} size="sm" c="dimmed">
                    {line}
                  </Text>
                ))}
              </div>
              {mark ?? (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`${endWord}: ${spoken}`}
                  loading={end.isPending && end.variables === item.id}
                  onClick={() => end.mutate(item.id)}
                >
                  {endWord}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {hasMore && (
        <Button variant="default" loading={isFetchingMore} onClick={more}>
          {t('ui.more')}
        </Button>
      )}
    </>
  );
}
