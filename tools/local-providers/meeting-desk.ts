import type { DoubleAnswer, DoubleRequest } from './http-double';
import { escapeHtml, htmlPage, PAGE_HEADERS } from './html-page';
import type { LocalMeeting, MeetingBook } from './meeting-book';
import type { Mischief } from './mischief';
import { MISCHIEF_PATH, mischiefForm, setMischief } from './mischief-form';

/** What stands in place of a meeting, and the provider's own desk: every meeting, and how the provider fails. */
export function answerMeetingDesk(
  book: MeetingBook,
  mischief: Mischief,
  { method, path, body }: DoubleRequest,
): DoubleAnswer | null {
  if (method === 'POST' && path === MISCHIEF_PATH) {
    setMischief(mischief, body);
    return { status: 303, headers: { location: '/' } };
  }
  if (method === 'GET' && path === '/')
    return { status: 200, body: desk(book, mischief), headers: PAGE_HEADERS };
  const id = /^\/j\/(\d+)$/.exec(path)?.[1];
  if (id === undefined) return null;
  const meeting = book.meetings.get(id);
  const text = meeting?.state === 'waiting' ? `Reunión de prueba: ${meeting.id}` : 'La reunión terminó.';
  return { status: meeting ? 200 : 404, body: htmlPage(text, ''), headers: PAGE_HEADERS };
}

function desk({ meetings }: MeetingBook, mischief: Mischief): string {
  const items = [...meetings.values()].reverse().map((meeting) => `<li>${entry(meeting)}</li>`);
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>Todavía no hay reuniones.</p>';
  return htmlPage('Proveedor de reuniones de prueba', `${list}${mischiefForm(mischief)}`);
}

function entry({ topic, startTime, joinUrl, state }: LocalMeeting): string {
  return `<a href="${escapeHtml(joinUrl)}">${escapeHtml(topic)}</a><br>${escapeHtml(startTime)} · ${STATE[state]}`;
}

const STATE = { waiting: 'por celebrarse', ended: 'terminada', deleted: 'borrada' };
