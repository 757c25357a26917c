/** What a problem says to people, in Spanish, and the status it answers with. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}
