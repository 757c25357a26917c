import type { Caller } from './caller';

export interface Message {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

/** A reader of GET /stream, as a browser's EventSource is one. */
export class OpenStream {
  private static readonly open = new Set<OpenStream>();
  readonly heard: Message[] = [];
  /** Whether the server has ended it. */
  ended = false;
  private readonly abort = new AbortController();
  private waiting: { condition: (message: Message) => boolean; resolve: (message: Message) => void }[] = [];

  /** Resolves once the server has begun to answer. */
  static async of(caller: Caller, headers: Record<string, string> = {}): Promise<OpenStream> {
    const stream = new OpenStream();
    const response = await caller.open('/api/v1/stream', headers, stream.abort.signal);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    // A compressed stream, or one that a proxy gathers, would tell each event when the next one comes.
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    OpenStream.open.add(stream);
    void stream.read(response).catch(() => undefined);
    return stream;
  }

  static closeAll(): void {
    for (const stream of OpenStream.open) stream.close();
  }

  close(): void {
    OpenStream.open.delete(this);
    this.abort.abort();
  }

  /** The first message, heard already or to come, that is as described. */
  next(condition: (message: Message) => boolean): Promise<Message> {
    const found = this.heard.find(condition);
    if (found) return Promise.resolve(found);
    return new Promise((resolve) => this.waiting.push({ condition, resolve }));
  }

  private async read(response: Response): Promise<void> {
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
    this.ended = true;
  }

  private take(block: string): void {
    const fields = Object.fromEntries(
      block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
    );
    if (fields['event'] === undefined) return;
    const message: Message = {
      id: fields['id'] ?? '',
      event: fields['event'],
      data: JSON.parse(fields['data'] ?? '{}') as Message['data'],
    };
    this.heard.push(message);
    const told = this.waiting.filter(({ condition }) => condition(message));
    this.waiting = this.waiting.filter((one) => !told.includes(one));
    for (const { resolve } of told) resolve(message);
  }
}
