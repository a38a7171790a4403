import { compact, isMap, type Plain, pick } from './plain.ts';

/** Lets a login of docker, which is a number so far, name one of the fleet's; without any there is none. */
export function fitLogin(docker: unknown, logins: readonly string[]): unknown {
  if (!isMap(docker)) return docker;
  const entries = Object.entries(docker).map(([mode, fields]) => {
    const { login, ...rest } = fields as Plain;
    const isGiven = typeof login === 'number' && logins.length > 0;
    return [mode, compact({ ...rest, login: isGiven ? pick(logins, login) : undefined })];
  });
  return Object.fromEntries(entries) as Plain;
}
