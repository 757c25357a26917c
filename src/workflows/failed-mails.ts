import { isMailFailure, type MailFailure } from '../domain/ticket/mail-failure';
import type { TicketRun } from './ticket-run';

type MailNews = MailFailure & { noticeId: string };

/** Mails that did not reach their people: the agent is told to phone. */
export class FailedMails {
  private readonly news: MailNews[] = [];

  constructor(private readonly run: TicketRun) {}

  get hasNews(): boolean {
    return this.news.length > 0;
  }

  /** Takes in what a signal brought; what is no news of a mail changes nothing. */
  take(news: unknown): void {
    if (isMailNews(news)) this.news.push(news);
  }

  /** Each mail once, however often it was signalled. */
  async note(): Promise<void> {
    for (let news = this.news.shift(); news; news = this.news.shift()) {
      const { noticeId, recipient, kind } = news;
      const commandId = `mail/${noticeId}`;
      if (this.run.events.some((event) => event.commandId === commandId)) continue;
      await this.run.bringAbout({ name: 'flagMail', data: { recipient, kind } }, commandId);
    }
  }
}

function isMailNews(news: unknown): news is MailNews {
  return isMailFailure(news) && typeof (news as { noticeId?: unknown }).noticeId === 'string';
}
