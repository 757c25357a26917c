/** Tells a person what is going on, one short line at a time. */
export type Progress = (line: string) => void;

/** Progress on standard error, so that standard output stays for results. */
export const toStandardError: Progress = (line) => {
  process.stderr.write(`${line}\n`);
};
