import { expect, it } from 'vitest';
import { findLeaks } from './support/find-leaks.ts';

const secret = 'Qz7RkW2mXv9TbL4nHs8Y';

it.each([
  ['the whole', secret],
  ['a piece', secret.slice(5, 13)],
  ['its end', secret.slice(-8)],
  ['its mirror image', [...secret].reverse().join('')],
  ['base64', Buffer.from(secret).toString('base64')],
  ['base64 behind one letter', Buffer.from(`a${secret}b`).toString('base64')],
  ['base64 behind two letters', Buffer.from(`ab${secret}`).toString('base64')],
  ['hexadecimal digits', Buffer.from(secret).toString('hex')],
  ['hexadecimal capitals', Buffer.from(secret).toString('hex').toUpperCase()],
])('finds %s', (_, text) => {
  expect(findLeaks(secret, { a: `before ${text} after`, b: 'nothing' })).toHaveLength(1);
});

it('finds nothing in less than eight characters', () => {
  expect(findLeaks(secret, { a: secret.slice(0, 7), b: secret.slice(-7) })).toEqual([]);
});
