/** One ratio over the rounds of a run, against its line. */
export interface Ratio {
  name: string;
  rounds: number[];
  /** `>=` or `<=` and the bound. */
  line: ['>=' | '<=', number];
  unit?: string;
}

const ratios: Ratio[] = [];

/** Takes one round's value of a ratio. */
export function record(name: string, line: Ratio['line'], value: number, unit = '×'): void {
  const found = ratios.find((ratio) => ratio.name === name);
  if (found) found.rounds.push(value);
  else ratios.push({ name, rounds: [value], line, unit });
}

/** A Markdown table: median, spread, line, and whether it holds. */
export function table(): string {
  const rows = ratios.map(({ name, rounds, line: [sign, bound], unit = '' }) => {
    const sorted = [...rounds].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)]!;
    const holds = sign === '>=' ? median >= bound : median <= bound;
    const spread = `${show(sorted[0]!)} – ${show(sorted.at(-1)!)}`;
    return `| ${name} | ${show(median)} ${unit} | ${spread} | ${rounds.length} | ${sign} ${bound} | ${holds ? 'yes' : '**no**'} |`;
  });
  return ['| figure | median | spread | rounds | line | holds |', '|---|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
