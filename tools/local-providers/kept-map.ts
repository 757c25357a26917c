import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * What a double must still know when it is started again: a payment that was made, a meeting that was given. With a file
 * each change is there before its answer leaves; without one it lasts as long as the process.
 */
export class KeptMap<Value> extends Map<string, Value> {
  /** @param file JSON, for its owner's eyes: it holds passcodes */
  constructor(private readonly file: string | null) {
    super(file !== null && existsSync(file) ? readEntries<Value>(file) : []);
  }

  /** To be called after a change of the map or of what is in it. */
  keep(): void {
    if (this.file === null) return;
    const draft = `${this.file}.draft`;
    writeFileSync(draft, JSON.stringify([...this]), { mode: 0o600 });
    renameSync(draft, this.file);
  }
}

function readEntries<Value>(file: string): [string, Value][] {
  return JSON.parse(readFileSync(file, 'utf8')) as [string, Value][];
}
