import type { Path } from '@fleetc/diagnostics';

/** Reads a path as `formatPath` prints it, such as `pools.build.labels[0]`; `undefined` when it is none. `.` is the top. */
export function parsePath(text: string): Path | undefined {
  const path: (string | number)[] = [];
  let rest = text === '.' ? '' : text;
  while (rest !== '') {
    const match = /^\.?(?:([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\])/.exec(rest);
    const step = match && toStep(match);
    if (step === undefined || step === null) return undefined;
    path.push(step);
    rest = rest.slice(match![0].length);
  }
  return path;
}

function toStep([, name, index, quoted]: RegExpExecArray): string | number | undefined {
  if (index !== undefined) return Number(index);
  return name ?? unquote(quoted ?? '');
}

function unquote(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
