import { expect, it } from 'vitest';
import { formatPath, type Path } from './span.ts';

it.each<[Path, string]>([
  [[], ''],
  [['pools'], 'pools'],
  [['pools', 'build', 'labels', 0], 'pools.build.labels[0]'],
  [['pools', 'web-ci', '$ref', 'a_1'], 'pools.web-ci.$ref.a_1'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
  [['a b', 'c'], '["a b"].c'],
  [['', 'c'], '[""].c'],
  [['say "x"\n'], '["say \\"x\\"\\n"]'],
  [[0, 1], '[0][1]'],
  [['0', '1'], '0.1'],
])('prints %j as %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
});
