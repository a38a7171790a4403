import { isBrokenOff } from './describe-error.ts';
import { createRegistryError, type RegistryError } from './failure.ts';
import { readRetryAfter } from './retry-after.ts';
import type { Request, Response, Transport } from './transport.ts';

const tries = 4;
const firstPauseSeconds = 0.5;
/** Longer waits are told rather than kept. */
const maxPauseSeconds = 30;

const passing = new Set([429, 502, 503, 504]);

/** Tries again what fails for a moment: too many requests, a gateway without its server, a broken connection. */
export function createPatientTransport(
  transport: Transport,
  wait: (milliseconds: number) => Promise<void>,
): Transport {
  const send = async (request: Request, tried = 1): Promise<Response> => {
    const outcome = await attempt(transport, request);
    const pause = pauseAfter(outcome, tried);
    if (pause === undefined) return finish(outcome, request.url.host);
    await wait(pause * 1000);
    return send(request, tried + 1);
  };
  return { ...transport, send: (request) => send(request) };
}

type Outcome = { readonly response: Response } | { readonly error: unknown };

async function attempt(transport: Transport, request: Request): Promise<Outcome> {
  try {
    return { response: await transport.send(request) };
  } catch (error) {
    return { error };
  }
}

/** Seconds to wait before the next try; `undefined` when the outcome stands. */
function pauseAfter(outcome: Outcome, tried: number): number | undefined {
  if (tried >= tries) return undefined;
  const backOff = firstPauseSeconds * 2 ** (tried - 1);
  if ('error' in outcome) {
    return isBrokenOff((outcome.error as Error).cause) ? backOff : undefined;
  }
  if (!passing.has(outcome.response.status)) return undefined;
  const asked = askedPause(outcome.response) ?? backOff;
  return asked <= maxPauseSeconds ? asked : undefined;
}

function finish(outcome: Outcome, host: string): Response {
  if ('error' in outcome) throw outcome.error;
  const { response } = outcome;
  if (response.status === 429) throw tooMany(response, host);
  if (response.status >= 500) {
    throw createRegistryError('broken', host, `${host} fails with ${response.status}`);
  }
  return response;
}

function tooMany(response: Response, host: string): RegistryError {
  const asked = askedPause(response);
  const until = asked === undefined ? '' : `, and asks to wait ${asked} s`;
  const reason = `${host} allows no more requests for now (429)${until}`;
  return createRegistryError('busy', host, reason);
}

function askedPause({ header }: Response): number | undefined {
  return readRetryAfter(header('retry-after'), header('date'));
}
