import type { ApiProblem } from '../api/api-problem';
import { durationText } from '../format/duration-text';
import type { Translate } from '../i18n/use-messages';

/** Codes of which the page knows more than the service: what happens to what was written, and what to do. */
const OWN = ['network', 'engine_unavailable', 'service_unavailable', 'unauthenticated'] as const;

/** A refusal as a sentence that says what to do. */
export function problemSentence(problem: ApiProblem, t: Translate): string {
  const own = OWN.find((code) => code === problem.code);
  if (own !== undefined) return t(`ui.problem.${own}`);
  const sentence = problem.detail === '' ? t('ui.problem.unexpected') : problem.detail;
  if (problem.retryAfter === null) return sentence;
  const time = durationText(Math.ceil(problem.retryAfter / 60));
  return `${sentence} ${t('ui.problem.retryAfter', { time })}`;
}
