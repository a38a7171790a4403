import { expect, it } from 'vitest';
import type { z } from 'zod';
import * as forms from './text.schema.ts';

const a = (length: number) => 'a'.repeat(length);

const table: [string, () => z.ZodType, readonly string[], readonly string[]][] = [
  ['a name', forms.name, ['a', '0', 'a-b', a(63)], ['', 'A', '-a', 'a-', 'a.b', a(64)]],
  ['a release', forms.releaseName, ['a', a(40)], ['', 'a-', a(41)]],
  ['an object name', forms.objectName, ['a', 'a.b-c.d', a(253)], ['a..b', '.a', 'a.-b', a(254)]],
  [
    'a label key',
    forms.labelKey,
    ['a', 'A_b.c-d', 'example.com/a', 'a-b.c/d', a(63)],
    ['', 'a/', '/a', 'a..b/c', 'a.-b/c', 'a-.b/c', 'A.com/a', 'a/b/c', a(64)],
  ],
  ['a host', forms.host, ['a', 'A.b', 'a-b.c:5000'], ['', 'a..b', 'a.-b', 'a-.b', 'a:', 'a/b']],
  [
    'the host of an Ingress',
    forms.ingressHost,
    ['a', 'arc.example.com', '*.example.com'],
    ['', 'A.com', 'a.com:80', '*', '*a.com', 'a.*.com'],
  ],
  [
    'the URL of a proxy',
    forms.proxyUrl,
    ['http://a', 'https://a.b:3128/', 'http://[fd00::1]:3128'],
    ['a:3128', 'http://u@a', 'http://a/b', 'http://a?b', 'socks5://a'],
  ],
  [
    'the URL of a mirror',
    forms.mirrorUrl,
    ['http://a', 'https://a.b:5000/', 'https://a/b/c'],
    ['a:5000', 'http://u@a', 'http://a?b', 'http://a/b?c', 'http://a#b', 'ftp://a'],
  ],
  [
    'what is not proxied',
    forms.proxiedHost,
    ['a', '.a.b', '10.0.0.0/8', '::1'],
    ['', 'a,b', 'a b'],
  ],
  [
    'a duration of Prometheus',
    forms.prometheusDuration,
    ['0', '30s', '1m', '1h30m', '1d', '500ms'],
    ['', '1', '1.5h', '30m1h', '1us'],
  ],
  [
    'an absolute path',
    forms.absolutePath,
    ['/', '/a', '/..a', '/a..'],
    ['a', '/a:b', '/..', '/a/../b'],
  ],
  [
    'a relative path',
    forms.relativePath,
    ['a', 'a/b', '..a', 'a../b'],
    ['', '/a', '..', 'a/..', 'a/../b'],
  ],
  ['a key of data', forms.dataKey, ['a', 'ca.crt', '_A-1'], ['', 'a/b', 'a b', a(254)]],
  [
    'a field of a pod',
    forms.podField,
    ['metadata.name', "metadata.labels['a/b']", 'spec.nodeName', 'status.hostIP', 'status.podIPs'],
    ['metadata', 'metadata.labels', "metadata.labels['']", 'spec.containers', 'status.phase'],
  ],
];

it.each(table)('knows %s', (_, form, good, bad) => {
  const schema = form();
  expect(good.filter((text) => !schema.safeParse(text).success)).toEqual([]);
  expect(bad.filter((text) => schema.safeParse(text).success)).toEqual([]);
});
