import { Text } from '@mantine/core';
import { useId, type ReactElement } from 'react';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import classes from './classification.module.css';
import { MESSAGES } from './messages';
import { IMPACTS, URGENCIES, type Impact, type Propose, type Urgency } from './use-matrix';

export interface Cell {
  impact: Impact;
  urgency: Urgency;
}

/** Impact × urgency as a table of choices, each with the priority that it proposes: arrows go through them. */
export function PriorityMatrix({
  id,
  chosen,
  propose,
  onChoose,
}: {
  id: string;
  chosen: Cell | null;
  propose: Propose;
  onChoose: (cell: Cell) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const name = useId();
  return (
    <fieldset className={classes['matrixBox']}>
      <legend>{t('classification.matrix')}</legend>
      <Text size="sm" c="dimmed">
        {t('classification.matrix.hint')}
      </Text>
      <div className={classes['matrixScroll']}>
        <table className={classes['matrix']}>
          <thead>
            <tr>
              <th scope="col">{t('classification.impact')}</th>
              {URGENCIES.map((urgency) => (
                <th key={urgency} scope="col">
                  {t(`ui.urgency.${urgency}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {IMPACTS.map((impact, row) => (
              <tr key={impact}>
                <th scope="row">{t(`ui.impact.${impact}`)}</th>
                {URGENCIES.map((urgency, column) => {
                  const priority = propose(impact, urgency);
                  const checked = chosen?.impact === impact && chosen.urgency === urgency;
                  return (
                    <td key={urgency}>
                      <label className={classes['cell']} data-checked={checked || undefined}>
                        <input
                          type="radio"
                          id={row + column === 0 ? id : undefined}
                          name={name}
                          checked={checked}
                          onChange={() => onChoose({ impact, urgency })}
                          aria-label={t('classification.cell', {
                            impact: t(`ui.impact.${impact}`),
                            urgency: t(`ui.urgency.${urgency}`),
                            priority: t(`ui.priority.${priority ?? 'none'}`),
                          })}
                        />
                        <PriorityBadge priority={priority} />
                        <span className={classes['urgency']} aria-hidden>
                          {t(`ui.urgency.${urgency}`)}
                        </span>
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
