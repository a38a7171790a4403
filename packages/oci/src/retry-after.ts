/** Seconds until a server wants to be asked again; `undefined` when it does not say so or says it wrongly. */
export function readRetryAfter(
  value: string | undefined,
  date: string | undefined,
): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const until = Date.parse(text);
  if (Number.isNaN(until)) return undefined;
  // Counted by the server's own clock where it shows one, because ours may be wrong.
  const now = Date.parse(date ?? '');
  return Math.max(0, Math.ceil((until - (Number.isNaN(now) ? Date.now() : now)) / 1000));
}
