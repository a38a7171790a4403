/** What a command takes. */
export interface Command {
  /** Most operands that it takes. */
  readonly operands: number;
  readonly options: ReadonlyMap<string, Option>;
}

/** An option of a command, by each of its spellings. */
export interface Option {
  readonly takesValue: boolean;
  /** The values that it takes; any where there are none. */
  readonly choices: readonly string[];
}

/** The commands that `fleetc help --markdown` describes, which is made from the table that the command line is read by. */
export function readCommandTable(markdown: string): ReadonlyMap<string, Command> {
  const [, ...parts] = markdown.split(/^## /m);
  const common = parts.find((part) => part.startsWith('Options of every command')) ?? '';
  return new Map(
    parts.flatMap((part) => {
      const usage = /^fleetc (\S+) ?(.*?) ?\[OPTIONS\]$/m.exec(part);
      if (!part.startsWith('fleetc ') || !usage) return [];
      const [, name = '', operands = ''] = usage;
      const options = new Map([...readOptions(part), ...readOptions(common)]);
      // A word with three dots stands for any number.
      const most = operands.includes('...') ? Infinity : operands.split(' ').filter(Boolean).length;
      return [[name, { operands: most, options }] as const];
    }),
  );
}

function readOptions(part: string): [string, Option][] {
  return [...part.matchAll(/^- `(-[^`]+)`: (.*)$/gm)].flatMap(
    ([, spelled = '', description = '']) => {
      const names = spelled.match(/(?<![\w-])-{1,2}[\w-]+/g) ?? [];
      const choices = /\(([a-z, ]+)\)$/.exec(description)?.[1]?.split(', ') ?? [];
      const option = { takesValue: / [A-Z/]+$/.test(spelled), choices };
      return names.map((name): [string, Option] => [name, option]);
    },
  );
}
